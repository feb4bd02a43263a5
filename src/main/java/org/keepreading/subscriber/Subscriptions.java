package org.keepreading.subscriber;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;
import static org.keepreading.row.Columns.instantIfAny;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keepreading.address.ListKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is on which list, since when, and why no longer. A row's id tells who joined after an audience was fixed. */
@Repository
class Subscriptions {
    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Subscription> of(long subscriberId) {
        return jdbc.sql("""
                        select list.list_key, list.title, subscription.since, subscription.ended_at, subscription.end_reason
                        from subscription join list on list.list_key = subscription.list_key
                        where subscription.subscriber_id = :subscriber and list.removed_at is null
                        order by list.list_key""")
                .param("subscriber", subscriberId)
                .query(Subscriptions::toSubscription)
                .list();
    }

    /** How each of the subscribers stands with the list; who never was on it is left out. */
    Map<Long, ListStanding> standing(ListKey list, Collection<Long> subscribers) {
        return jdbc
                .sql("""
                        select subscription.subscriber_id, subscription.ended_at
                        from unnest(cast(:subscribers as bigint array)) as wanted (id)
                        join subscription on subscription.subscriber_id = wanted.id
                        where subscription.list_key = :list""")
                .param("list", list.value())
                .param("subscribers", subscribers.toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("subscriber_id"),
                        row.getObject("ended_at") == null ? ListStanding.ON : ListStanding.LEFT))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Puts the people of these addresses on the list where they never were on it. */
    void join(ListKey list, Collection<String> emailKeys) {
        jdbc.sql("""
                        insert into subscription (list_key, subscriber_id, since)
                        select list.list_key, subscriber.id, cast(:now as timestamp with time zone)
                        from unnest(cast(:keys as varchar array)) as joining (email_key)
                        join subscriber on subscriber.email_key = joining.email_key
                        join list on list.list_key = :list
                        where not exists (select 1 from subscription
                                          where subscription.subscriber_id = subscriber.id and subscription.list_key = :list)""")
                .param("list", list.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** Forgets that they left: who joins anew is new to the list, and gets nothing that was on its way before. */
    void forgetEnded(long subscriberId, Collection<ListKey> lists) {
        jdbc.sql("""
                        delete from subscription
                        where subscriber_id = :subscriber and list_key = any(:lists) and ended_at is not null""")
                .param("subscriber", subscriberId)
                .param("lists", words(lists))
                .update();
    }

    /** Ends what goes on, and notes the rest as left too: whoever leaves a newsletter is not to be put on any list of it. */
    void end(long subscriberId, Collection<ListKey> lists, EndReason reason) {
        jdbc.sql("""
                        insert into subscription (list_key, subscriber_id, since, ended_at, end_reason)
                        select list.list_key, subscriber.id, cast(:now as timestamp with time zone),
                               cast(:now as timestamp with time zone), cast(:reason as varchar)
                        from subscriber join list on list.list_key = any(:lists)
                        where subscriber.id = :subscriber
                          and not exists (select 1 from subscription
                                          where subscription.subscriber_id = subscriber.id
                                            and subscription.list_key = list.list_key)""")
                .param("now", now())
                .param("reason", reason.words + ", who was not on it")
                .param("lists", words(lists))
                .param("subscriber", subscriberId)
                .update();
        jdbc.sql("""
                        update subscription set ended_at = :now, end_reason = :reason
                        where subscriber_id = :subscriber and list_key = any(:lists)
                          and (ended_at is null or end_reason = :removed)""")
                .param("now", now())
                .param("reason", reason.words)
                .param("removed", EndReason.LIST_REMOVED.words)
                .param("subscriber", subscriberId)
                .param("lists", words(lists))
                .update();
    }

    /** @return how many were on the list */
    int endWith(ListKey list) {
        return jdbc.sql("""
                        update subscription set ended_at = :now, end_reason = :reason
                        where list_key = :list and ended_at is null""")
                .param("now", now())
                .param("reason", EndReason.LIST_REMOVED.words)
                .param("list", list.value())
                .update();
    }

    void forgetEndedWith(ListKey list) {
        jdbc.sql("delete from subscription where list_key = :list and end_reason = :reason")
                .param("list", list.value())
                .param("reason", EndReason.LIST_REMOVED.words)
                .update();
    }

    boolean anyGoesOn(long subscriberId) {
        return jdbc.sql("select count(*) from subscription where subscriber_id = :subscriber and ended_at is null")
                        .param("subscriber", subscriberId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes back what ended for this reason at this moment or later; what was never joined is not. */
    int goOn(long subscriberId, Collection<ListKey> lists, EndReason reason, Instant from) {
        return jdbc.sql("""
                        update subscription set ended_at = null, end_reason = null
                        where subscriber_id = :subscriber and list_key = any(:lists)
                          and end_reason = :reason and ended_at >= :from""")
                .param("subscriber", subscriberId)
                .param("lists", words(lists))
                .param("reason", reason.words)
                .param("from", from.atOffset(UTC))
                .update();
    }

    private static String[] words(Collection<ListKey> lists) {
        return lists.stream().map(ListKey::value).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private static Subscription toSubscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new NamedList(new ListKey(row.getString("list_key")), row.getString("title")),
                instant(row, "since"),
                instantIfAny(row, "ended_at"),
                row.getString("end_reason"));
    }
}
