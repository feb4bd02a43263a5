package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the queue is.
 *
 * @param deliveries waiting, at most: of a batch at work some are done
 * @param oldestDue since when the oldest of them is due; {@code null}: none is
 * @param sending editions that are being sent
 * @param paused editions that are paused
 */
record QueueLength(long deliveries, @Nullable OffsetDateTime oldestDue, long sending, long paused) {

    /** Batches are few, deferred deliveries have an index by time: no query here looks at every delivery. */
    static QueueLength of(JdbcClient jdbc, Instant now) {
        return jdbc.sql("""
                        select (select coalesce(sum(members), 0) from batch
                                where edition_id in (select id from edition where status = 'sending'))
                             + (select count(*) from deferral
                                where edition_id in (select id from edition where status = 'sending')) as deliveries,
                          (select min(due_at) from (
                             select min(due_at) as due_at from batch
                             where due_at <= :now and edition_id in (select id from edition where status = 'sending')
                             union all
                             select min(next_attempt_at) from deferral
                             where next_attempt_at <= :now
                               and edition_id in (select id from edition where status = 'sending')) due) as oldest_due,
                          (select count(*) from edition where status = 'sending') as sending,
                          (select count(*) from edition where status = 'paused') as paused""")
                .param("now", now.atOffset(UTC))
                .query(QueueLength.class)
                .single();
    }

    Duration age(Instant now) {
        return oldestDue == null ? Duration.ZERO : Duration.between(oldestDue.toInstant(), now);
    }
}
