package org.keepreading.subscriber;

/**
 * Who is in an audience, and who of it still wants the mail: the one rule, as conditions for the statements that ask it.
 * Each holds for the row of table {@code subscriber} that the statement looks at.
 *
 * @param subscriptions what to read subscriptions from: that table, or a join with it
 * @param ofLists a condition that tells the audience's lists
 * @param until the id of the newest subscription that counts: whoever joins later waits for the next edition
 * @param frozenAt when the edition was frozen
 */
public record AudienceRule(String subscriptions, String ofLists, String until, String frozenAt) {
    private static final String AT_ALL = "";
    private static final String STILL = " and subscription.ended_at is null";

    /** They want it now. */
    public String wanted() {
        return """
                subscriber.status = 'active' and %s
                and not exists (select 1 from suppression where suppression.email_key = subscriber.email_key)""".formatted(subscribed());
    }

    /** They are on one of the lists. */
    public String subscribed() {
        return onAList(STILL);
    }

    /** They are, or were, on one of the lists: among them are all that were in the audience. */
    public String joined() {
        return onAList(AT_ALL);
    }

    /** They left one of the lists after the freeze. */
    public String leftSince() {
        return onAList(" and subscription.ended_at >= " + frozenAt);
    }

    /** They wanted it when it was frozen, whatever became of them since. */
    public String wantedThen() {
        return """
                (subscriber.status = 'active' or subscriber.changed_at >= %1$s) and %2$s
                and not exists (select 1 from suppression where suppression.email_key = subscriber.email_key
                                  and suppression.since < %1$s)""".formatted(
                frozenAt,
                onAList(" and (subscription.ended_at is null or subscription.ended_at >= %s)".formatted(frozenAt)));
    }

    private String onAList(String when) {
        return """
                exists (select 1 from %s
                        where %s and subscription.subscriber_id = subscriber.id and subscription.id <= %s%s)""".formatted(subscriptions, ofLists, until, when);
    }
}
