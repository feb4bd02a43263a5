package org.keepreading.delivery;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few words by which outcomes are told apart in figures: a reply's class and subject (RFC 3463, section 3), such as
 * "5.1" for an address and "5.7" for a policy, its first digit where it has none, or why there is no reply.
 */
final class OutcomeClass {
    static final String TIME_OUT = "time-out";
    static final String UNSENDABLE = "unsendable";
    private static final Set<String> REASONS =
            Set.of("suppressed", "unsubscribed", "paused", "pending", "bounced", "complained", "no");

    private static final Pattern STATUS = Pattern.compile("[0-9]{3}[ -]([245]\\.[0-7])\\.[0-9]{1,3}\\b.*");
    private static final Pattern CODE = Pattern.compile("([245])[0-9]{2}\\b.*");

    private OutcomeClass() {}

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Unanswered unanswered) {
            return isTimeOut(unanswered.cause()) ? TIME_OUT : "unanswered";
        }
        return of(outcome.next(), outcome.words());
    }

    /** @param reply as it is kept with the delivery */
    static String of(DeliveryStatus status, String reply) {
        var withStatus = STATUS.matcher(reply);
        if (withStatus.matches()) {
            return withStatus.group(1);
        }
        var code = CODE.matcher(reply);
        return code.matches() ? code.group(1) : unasked(status, reply);
    }

    /** The relay was never asked, or said nothing that can be read. */
    private static String unasked(DeliveryStatus status, String reply) {
        return switch (status) {
            case SENT -> "2";
            case SKIPPED -> reason(reply);
            case FAILED -> UNSENDABLE;
            case DEFERRED -> "unanswered";
        };
    }

    /** The first word, as far as it is one of those that stand for why somebody is not mailed. */
    private static String reason(String reply) {
        var word = reply.split("[^a-z]", 2)[0];
        return REASONS.contains(word) ? word : "other";
    }

    static boolean isTimeOut(String sentence) {
        return sentence.contains(Wire.NO_ANSWER) || sentence.contains(Diagnosis.NO_ANSWER);
    }
}
