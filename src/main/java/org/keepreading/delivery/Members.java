package org.keepreading.delivery;

import java.util.List;
import org.keepreading.address.ListKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be mailed now: active, with a living subscription to one of the lists, not suppressed. */
@Repository
class Members {
    private static final String OF_LISTS = """
            select count(*) from subscriber
            where status = 'active'
              and exists (select 1 from subscription
                          where subscriber_id = subscriber.id and list_key in (:lists) and ended_at is null)
              and not exists (select 1 from suppression where email_key = subscriber.email_key)""";
    /** As {@link Readers} will find them: those that left since the freeze are of the audience as well. */
    private static final String OF_EDITION = """
            select count(*) from edition, subscriber
            where edition.id = :edition
              and (subscriber.status = 'active' or subscriber.changed_at >= edition.frozen_at)
              and exists (select 1 from audience_list join subscription on subscription.list_key = audience_list.list_key
                          where audience_list.edition_id = edition.id and subscription.subscriber_id = subscriber.id
                            and subscription.id <= edition.audience_until
                            and (subscription.ended_at is null or subscription.ended_at >= edition.frozen_at))
              and not exists (select 1 from suppression where suppression.email_key = subscriber.email_key
                                and suppression.since < edition.frozen_at)""";

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
        return jdbc.sql(OF_LISTS).param("lists", keys(lists)).query(Long.class).single();
    }

    /** Of the audience of a frozen edition, whatever became of them since. A million take H2 seven seconds. */
    long count(long editionId) {
        return jdbc.sql(OF_EDITION)
                .param("edition", editionId)
                .query(Long.class)
                .single();
    }

    /** The lowest id of so many members who have the highest; 0 where there are not as many. */
    long firstOfNewest(long editionId, long members) {
        return jdbc.sql("""
                        select subscriber.id from subscriber, edition
                        where edition.id = :edition and subscriber.status = 'active'
                          and exists (select 1 from audience_list
                                      join subscription on subscription.list_key = audience_list.list_key
                                      where audience_list.edition_id = edition.id
                                        and subscription.subscriber_id = subscriber.id
                                        and subscription.id <= edition.audience_until and subscription.ended_at is null)
                        order by subscriber.id desc offset :others rows fetch first 1 row only""")
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
                        from subscription join subscriber on subscriber.id = subscription.subscriber_id
                        where subscription.list_key in (:lists) and subscription.ended_at is null
                          and subscription.id <= :until and subscriber.status = 'active'
                          and not exists (select 1 from suppression where email_key = subscriber.email_key)
                        order by subscriber.id""")
                .param("lists", keys(lists))
                .param("until", until)
                .query(Long.class)
                .list();
    }

    private static List<String> keys(List<ListKey> lists) {
        return lists.stream().map(ListKey::value).toList();
    }
}
