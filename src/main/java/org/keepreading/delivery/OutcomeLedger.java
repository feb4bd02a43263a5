package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Revision;
import org.keepreading.text.Fitted;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes outcomes, many in one transaction. What was sent stays sent, whatever is written after it. */
@Repository
class OutcomeLedger {
    private static final int LONGEST_REPLY = 1_000;

    private static final String INSERT = """
            insert into delivery (edition_id, revision, subscriber_id, status, kind, attempts, reply, recorded_at)
            select edition.id, :revision, :subscriber, :status, :kind, :attempts, :reply, :now from edition
            where edition.id = :edition
              and not exists (select 1 from delivery
                              where edition_id = :edition and subscriber_id = :subscriber)""";

    private static final String UPDATE = """
            update delivery set status = :status, kind = :kind, revision = :revision, attempts = attempts + :attempts, recorded_at = :now,
              reply = case when exists (select 1 from subscriber where id = :subscriber) then :reply end
            where edition_id = :edition and subscriber_id = :subscriber
              and (status = 'deferred' or status <> 'sent' and :status = 'sent')""";

    private static final String POSTPONE = """
            update deferral set next_attempt_at = :next, lease_owner = null, lease_until = null
            where edition_id = :edition and subscriber_id = :subscriber""";

    private static final String DEFER = """
            insert into deferral (edition_id, subscriber_id, first_attempt_at, next_attempt_at)
            values (:edition, :subscriber, :attempted, :next)""";

    private static final String SETTLE = """
            delete from deferral where edition_id = :edition and subscriber_id = :subscriber""";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Editions editions;
    private final Set<Revision> reached = ConcurrentHashMap.newKeySet();

    OutcomeLedger(NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction, Editions editions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.editions = editions;
    }

    void write(List<Delivery> deliveries, Instant now) {
        var newlyReached = newlyReached(deliveries);
        transaction.executeWithoutResult(status -> {
            newlyReached.forEach(editions::reached);
            var fresh = apply(INSERT, deliveries, now);
            var changed = apply(UPDATE, without(fresh, deliveries), now);
            apply(DEFER, deferred(fresh), now);
            apply(POSTPONE, deferred(changed), now);
            apply(SETTLE, without(deferred(changed), changed), now);
        });
        reached.addAll(newlyReached);
    }

    /** Revisions that nobody had got as far as this process knows. */
    private Set<Revision> newlyReached(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.SENT)
                .map(Delivery::revision)
                .filter(revision -> !reached.contains(revision))
                .collect(Collectors.toSet());
    }

    /** Returns those that changed a row. */
    private List<Delivery> apply(String sql, List<Delivery> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var rows = deliveries.stream().map(delivery -> row(delivery, now)).toArray(SqlParameterSource[]::new);
        var counts = jdbc.batchUpdate(sql, rows);
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(deliveries::get)
                .toList();
    }

    private static List<Delivery> deferred(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.DEFERRED)
                .toList();
    }

    private static List<Delivery> without(List<Delivery> some, List<Delivery> deliveries) {
        return deliveries.stream().filter(delivery -> !some.contains(delivery)).toList();
    }

    private static SqlParameterSource row(Delivery delivery, Instant now) {
        var next = delivery.nextAttemptAt();
        return new MapSqlParameterSource()
                .addValue("edition", delivery.revision().editionId())
                .addValue("revision", delivery.revision().number())
                .addValue("subscriber", delivery.subscriberId())
                .addValue("status", delivery.status().word())
                .addValue("kind", delivery.kind().word())
                .addValue("attempts", delivery.attempted() ? 1 : 0)
                .addValue("reply", Fitted.cutIfAny(delivery.reply(), LONGEST_REPLY))
                .addValue("now", now.atOffset(UTC))
                .addValue("attempted", delivery.attemptedAt().atOffset(UTC))
                .addValue("next", next == null ? null : next.atOffset(UTC));
    }
}
