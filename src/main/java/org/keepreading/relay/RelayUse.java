package org.keepreading.relay;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Locale;
import org.keepreading.relay.RateLimits.Period;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many messages went by each relay in an hour or a day, of all nodes and through every restart. */
@Repository
class RelayUse {
    private final JdbcClient jdbc;

    RelayUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes so many of the period's messages, all or none; returns whether there were as many left. */
    boolean take(String relay, Period period, Instant start, long messages, long limit) {
        if (messages > limit) {
            return false;
        }
        return taken(relay, period, start, messages, limit) || first(relay, period, start, messages);
    }

    private boolean taken(String relay, Period period, Instant start, long messages, long limit) {
        return of("""
                        update relay_use set used = used + :messages
                        where relay = :relay and period = :period and starts_at = :start and used <= :left""", relay, period, start)
                        .param("messages", messages)
                        .param("left", limit - messages)
                        .update()
                > 0;
    }

    private boolean first(String relay, Period period, Instant start, long messages) {
        try {
            var inserted =
                    of("""
                            insert into relay_use (relay, period, starts_at, used)
                            select :relay, :period, :start, :messages
                            where not exists (select 1 from relay_use where relay = :relay and period = :period
                                                and starts_at = :start)""", relay, period, start).param("messages", messages).update();
            of(
                            "delete from relay_use where relay = :relay and period = :period and starts_at < :start",
                            relay,
                            period,
                            start)
                    .update();
            return inserted > 0;
        } catch (DuplicateKeyException e) {
            return false; // another was first: the next message sees what is left
        }
    }

    private JdbcClient.StatementSpec of(String sql, String relay, Period period, Instant start) {
        return jdbc.sql(sql)
                .param("relay", relay)
                .param("period", period.name().toLowerCase(Locale.ROOT))
                .param("start", start.atOffset(UTC));
    }
}
