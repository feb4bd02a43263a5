package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds old deliveries into figures, so that the database does not grow without end. A row is counted and deleted in one
 * transaction: wherever it is cut off, no count is lost or doubled.
 */
@Component
public class Folding {
    private static final Logger log = LoggerFactory.getLogger(Folding.class);
    private static final int AT_ONCE = 1_000;

    private final Editions editions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeepingSettings settings;
    private final Clock clock;

    Folding(
            Editions editions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            KeepingSettings settings,
            Clock clock) {
        this.editions = editions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** All of the editions that ended long enough ago; returns how many deliveries that was. */
    public long fold() {
        return ended(clock.instant().minus(settings.keepDeliveries())).stream()
                .mapToLong(this::fold)
                .sum();
    }

    /** A cancelled edition has no other date than its freeze. */
    private List<Long> ended(Instant before) {
        return jdbc.sql("""
                        select id from edition
                        where (status = 'sent' and sent_at < :before or status = 'cancelled' and frozen_at < :before)
                          and (exists (select 1 from delivery where edition_id = edition.id)
                               or exists (select 1 from batch where edition_id = edition.id))
                        order by id""")
                .param("before", before.atOffset(UTC))
                .query(Long.class)
                .list();
    }

    private long fold(long editionId) {
        var folded = 0L;
        var last = AT_ONCE;
        while (last == AT_ONCE) {
            last = foldSome(editionId);
            folded += last;
        }
        log.info("Edition {}: {} old deliveries are folded into figures.", editionId, "%,d".formatted(folded));
        return folded;
    }

    /** Nothing of an edition that was set going again in this moment. */
    private int foldSome(long editionId) {
        return transaction.<Integer>execute(status -> {
            if (!isOver(editions.lock(editionId).status())) {
                return 0;
            }
            var rows = some(editionId);
            if (!rows.isEmpty()) {
                count(editionId, rows);
                delete(editionId, rows);
            }
            if (rows.size() < AT_ONCE) {
                jdbc.sql("delete from batch where edition_id = :edition")
                        .param("edition", editionId)
                        .update();
            }
            return rows.size();
        });
    }

    private static boolean isOver(EditionStatus status) {
        return status == EditionStatus.SENT || status == EditionStatus.CANCELLED;
    }

    private List<Row> some(long editionId) {
        return jdbc.sql("""
                        select subscriber_id, revision, status, kind from delivery where edition_id = :edition
                        order by subscriber_id fetch first :atOnce rows only""")
                .param("edition", editionId)
                .param("atOnce", AT_ONCE)
                .query(Row.class)
                .list();
    }

    private void count(long editionId, List<Row> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(Row::figure, Collectors.counting()))
                .forEach((figure, count) -> add(editionId, figure, count));
    }

    /** Nobody else writes figures of this edition meanwhile: its row is locked. */
    private void add(long editionId, Figure figure, long count) {
        Function<String, JdbcClient.StatementSpec> with = sql -> jdbc.sql(sql)
                .param("edition", editionId)
                .param("revision", figure.revision())
                .param("status", figure.status())
                .param("kind", figure.kind())
                .param("count", count);
        var added = with.apply("""
                        update delivery_figure set deliveries = deliveries + :count
                        where edition_id = :edition and revision = :revision
                          and status = :status and kind = :kind""").update();
        if (added == 0) {
            with.apply("""
                            insert into delivery_figure (edition_id, revision, status, kind, deliveries)
                            values (:edition, :revision, :status, :kind, :count)""").update();
        }
    }

    private void delete(long editionId, List<Row> rows) {
        jdbc.sql("delete from delivery where edition_id = :edition and subscriber_id in (:subscribers)")
                .param("edition", editionId)
                .param("subscribers", rows.stream().map(Row::subscriberId).toList())
                .update();
    }

    private record Row(long subscriberId, int revision, String status, String kind) {
        Figure figure() {
            return new Figure(revision, status, kind);
        }
    }

    private record Figure(int revision, String status, String kind) {}
}
