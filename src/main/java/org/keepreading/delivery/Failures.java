package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deliveries that failed, and how they are tried again: as deferred ones whose time has come. Whoever has left since is
 * skipped when it is their turn, as with any message.
 */
@Component
public class Failures {
    private static final int AT_ONCE = 1_000;

    private final Editions editions;
    private final EditionLog log;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final TransactionTemplate transaction;
    private final WakeUp wakeUp;
    private final Clock clock;

    Failures(
            Editions editions,
            EditionLog log,
            NamedParameterJdbcTemplate jdbc,
            TransactionTemplate transaction,
            WakeUp wakeUp,
            Clock clock) {
        this.editions = editions;
        this.log = log;
        this.jdbc = JdbcClient.create(jdbc);
        this.many = jdbc;
        this.transaction = transaction;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /** How many failed, by the class of the relay's reply ("5.1" an address, "5.7" a policy) or our reason. */
    public Map<String, Long> byKind(long editionId) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("""
                        select kind, count(*) as failed from delivery
                        where edition_id = :edition and status = 'failed' group by kind
                        union all
                        select kind, deliveries from delivery_figure
                        where edition_id = :edition and status = 'failed'""").param("edition", editionId).query((RowCallbackHandler)
                row -> counts.merge(row.getString("kind"), row.getLong("failed"), Long::sum));
        return counts;
    }

    /**
     * Has the failed deliveries tried again, a few in each transaction: cut off in the middle, done once more it takes the
     * others.
     *
     * @param kind only those, see {@link #byKind}; {@code null}: all
     * @param by whose wish it is, a user name
     * @return how many
     * @throws EditionOver where it was never sent, or called off
     * @throws IllegalArgumentException where it is known only of how many, as they are old
     */
    public long retry(long editionId, @Nullable OutcomeKind kind, String by) {
        var retried = 0L;
        var page = new Page(0, 0, true);
        while (page.mayBeMore) {
            page = retryAfter(editionId, page.last, kind);
            retried += page.retried;
        }
        if (retried == 0) {
            checkNotFolded(editionId);
        } else {
            log.retried(editions.get(editionId), retried, by);
            wakeUp.call();
        }
        return retried;
    }

    private Page retryAfter(long editionId, long last, @Nullable OutcomeKind kind) {
        return requireNonNull(transaction.execute(status -> {
            checkRetriable(editions.lock(editionId));
            var failed = failed(editionId, last, kind);
            if (failed.isEmpty()) {
                return new Page(last, 0, false);
            }
            defer(editionId, failed);
            editions.reopen(editionId);
            return new Page(failed.get(failed.size() - 1), failed.size(), failed.size() == AT_ONCE);
        }));
    }

    private void checkNotFolded(long editionId) {
        var folded = jdbc.sql("""
                        select coalesce(sum(deliveries), 0) from delivery_figure
                        where edition_id = :edition and status = 'failed'""").param("edition", editionId).query(Long.class).single();
        if (folded > 0) {
            throw new IllegalArgumentException(("The deliveries of edition %d are old: that %,d failed is all that is"
                            + " known, not whose, so none can be tried again. keepreading.delivery.keep-deliveries says how"
                            + " long they are kept.")
                    .formatted(editionId, folded));
        }
    }

    private static void checkRetriable(Issue issue) {
        if (issue.status().isOver() && issue.status() != EditionStatus.SENT) {
            throw new EditionOver(issue, "retry");
        }
    }

    private List<Long> failed(long editionId, long last, @Nullable OutcomeKind kind) {
        return jdbc.sql("""
                        select subscriber_id from delivery
                        where edition_id = :edition and subscriber_id > :last and status = 'failed'
                          and kind = coalesce(:kind, kind)
                        order by subscriber_id fetch first :atOnce rows only""")
                .param("edition", editionId)
                .param("last", last)
                .param("kind", kind == null ? null : kind.word(), Types.VARCHAR)
                .param("atOnce", AT_ONCE)
                .query(Long.class)
                .list();
    }

    /** Those that got through in this very moment, by a sender long given up, stay sent. */
    private void defer(long editionId, List<Long> failed) {
        var rows = failed.stream().map(subscriber -> row(editionId, subscriber)).toArray(SqlParameterSource[]::new);
        many.batchUpdate("""
                update delivery set status = 'deferred'
                where edition_id = :edition and subscriber_id = :subscriber and status = 'failed'""", rows);
        many.batchUpdate("""
                insert into deferral (edition_id, subscriber_id, first_attempt_at, next_attempt_at)
                select edition_id, subscriber_id, :now, :now from delivery
                where edition_id = :edition and subscriber_id = :subscriber and status = 'deferred'""", rows);
    }

    private SqlParameterSource row(long editionId, long subscriber) {
        return new MapSqlParameterSource("edition", editionId)
                .addValue("subscriber", subscriber)
                .addValue("now", clock.instant().atOffset(UTC));
    }

    private record Page(long last, int retried, boolean mayBeMore) {}
}
