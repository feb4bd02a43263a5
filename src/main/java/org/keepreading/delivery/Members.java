package org.keepreading.delivery;

import java.util.List;
import org.keepreading.subscriber.ListKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be mailed now: active, with a living subscription to one of the lists, not suppressed. */
@Repository
class Members {
    private static final String OF_LISTS = """
            from subscriber
            where status = 'active' and id > :after
              and exists (select 1 from subscription
                          where subscriber_id = subscriber.id and list_key in (:lists)
                            and ended_at is null and id <= :until)
              and not exists (select 1 from suppression where email_key = subscriber.email_key)
            """;

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

    long count(List<ListKey> lists) {
        return of("select count(*) " + OF_LISTS, lists)
                .param("after", 0L)
                .param("until", Long.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    /** Subscriber ids in order. By key, not by offset: each page costs the same, and memory holds only one. */
    List<Long> after(long id, List<ListKey> lists, long until, int atMost) {
        return of("select id " + OF_LISTS + "order by id fetch first :atMost rows only", lists)
                .param("after", id)
                .param("until", until)
                .param("atMost", atMost)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, List<ListKey> lists) {
        return jdbc.sql(sql).param("lists", lists.stream().map(ListKey::value).toList());
    }
}
