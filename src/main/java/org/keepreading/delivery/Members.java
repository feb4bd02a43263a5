package org.keepreading.delivery;

import java.util.List;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.AudienceRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in an audience, counted and listed. */
@Repository
class Members {
    /** Of the edition in the row of table {@code edition} that a statement looks at. */
    static final AudienceRule OF_EDITION = new AudienceRule(
            "audience_list join subscription on subscription.list_key = audience_list.list_key",
            "audience_list.edition_id = edition.id",
            "edition.audience_until",
            "edition.frozen_at");

    private static final AudienceRule OF_LISTS =
            new AudienceRule("subscription", "subscription.list_key in (:lists)", ":until", "current_timestamp");

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id that tells who joined before now from who joins later. */
    long newestSubscription() {
        return jdbc.sql("select coalesce(max(id), 0) from subscription")
                .query(Long.class)
                .single();
    }

    /** From the lowest to the highest id there is. */
    IdRange everybody() {
        return jdbc.sql("select coalesce(min(id), 1) as first, coalesce(max(id), 0) as last from subscriber")
                .query((rs, row) -> IdRange.wide(rs.getLong("first"), rs.getLong("last")))
                .single();
    }

    long count(List<ListKey> lists) {
        return jdbc.sql("select count(*) from subscriber where " + OF_LISTS.wanted())
                .param("lists", keys(lists))
                .param("until", Long.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    /** Of the audience of a frozen edition, whatever became of them since. A million take H2 seven seconds. */
    long count(long editionId) {
        return jdbc.sql("select count(*) from edition, subscriber where edition.id = :edition and "
                        + OF_EDITION.wantedThen())
                .param("edition", editionId)
                .query(Long.class)
                .single();
    }

    /** The lowest id of so many members who have the highest; 0 where there are not as many. */
    long firstOfNewest(long editionId, long members) {
        return jdbc.sql("""
                        select subscriber.id from subscriber, edition where edition.id = :edition and %s
                        order by subscriber.id desc offset :others rows fetch first 1 row only""".formatted(OF_EDITION.wanted()))
                .param("edition", editionId)
                .param("others", members - 1)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whether there may be more than so many; no more are looked at. */
    boolean mayExceed(List<ListKey> lists, long until, int most) {
        return jdbc.sql("""
                                select count(*) from (
                                  select id from subscription
                                  where list_key in (:lists) and ended_at is null and id <= :until
                                  fetch first :enough rows only) living""")
                        .param("lists", keys(lists))
                        .param("until", until)
                        .param("enough", most + 1)
                        .query(Long.class)
                        .single()
                > most;
    }

    /** Subscriber ids in order, by way of the lists: a short one in a large database takes no longer than it is long. */
    List<Long> all(List<ListKey> lists, long until) {
        return jdbc.sql("""
                        select distinct subscriber.id
                        from subscription listed join subscriber on subscriber.id = listed.subscriber_id
                        where listed.list_key in (:lists) and %s
                        order by subscriber.id""".formatted(OF_LISTS.wanted()))
                .param("lists", keys(lists))
                .param("until", until)
                .query(Long.class)
                .list();
    }

    private static List<String> keys(List<ListKey> lists) {
        return lists.stream().map(ListKey::value).toList();
    }
}
