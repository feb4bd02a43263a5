package org.keepreading.subscriber;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many subscribers there are. */
@Repository
public class SubscriberCounts {
    private final JdbcClient jdbc;

    SubscriberCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Subscribers by status.
     *
     * @param byStatus every status, also those that nobody has
     */
    public record Count(Map<Status, Long> byStatus) {
        public long active() {
            return byStatus.getOrDefault(Status.ACTIVE, 0L);
        }

        public long all() {
            return byStatus.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param list who is on it and has not left it; {@code null}: everybody */
    public Count of(@Nullable ListKey list) {
        var counts = new EnumMap<Status, Long>(Status.class);
        Arrays.stream(Status.values()).forEach(status -> counts.put(status, 0L));
        jdbc.sql("select status, count(*) as n from subscriber" + (list == null ? "" : """
                         join subscription on subscription.subscriber_id = subscriber.id
                        where subscription.list_key = :list and subscription.ended_at is null""") + " group by status")
                .param("list", list == null ? "" : list.value())
                .query(row -> {
                    counts.put(Status.of(row.getString("status")), row.getLong("n"));
                });
        return new Count(Collections.unmodifiableMap(counts));
    }
}
