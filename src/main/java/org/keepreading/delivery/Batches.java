package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.ListKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left of each audience: runs of neighbours, each claimed, worked through and deleted; wide ones are cut first. */
@Repository
class Batches {
    static final int LARGEST_BATCH = 1_000;

    private static final String OPEN = """
            select id, edition_id, first_id, last_id from batch
            where due_at <= :now and (lease_until is null or lease_until <= :now)
              and edition_id in (select id from edition where %s)
            order by id fetch first 1 row only
            for update skip locked""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final TransactionTemplate transaction;

    Batches(NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = JdbcClient.create(jdbc);
        this.many = jdbc;
        this.transaction = transaction;
    }

    void goesTo(long editionId, List<ListKey> lists) {
        var rows = lists.stream()
                .distinct()
                .map(list -> new MapSqlParameterSource("edition", editionId).addValue("list", list.value()))
                .toArray(SqlParameterSource[]::new);
        many.batchUpdate("insert into audience_list (edition_id, list_key) values (:edition, :list)", rows);
    }

    Optional<Long> unfinished(ListKey list) {
        return jdbc.sql("""
                        select edition.id from audience_list join edition on edition.id = audience_list.edition_id
                        where audience_list.list_key = :list and edition.status in ('sending', 'paused')
                        order by edition.id limit 1""").param("list", list.value()).query(Long.class).optional();
    }

    void add(long editionId, List<IdRange> runs, Instant dueAt) {
        var rows = runs.stream()
                .map(run -> new MapSqlParameterSource("edition", editionId)
                        .addValue("first", run.first())
                        .addValue("last", run.last())
                        .addValue("members", run.members())
                        .addValue("due", dueAt.atOffset(UTC)))
                .toArray(SqlParameterSource[]::new);
        many.batchUpdate("""
                insert into batch (edition_id, first_id, last_id, members, due_at)
                values (:edition, :first, :last, :members, :due)""", rows);
    }

    Optional<Claim> claim(Scope scope, Instant now, Instant until) {
        return requireNonNull(transaction.execute(status -> open(scope, now).map(batch -> claim(batch, until))));
    }

    private Claim claim(Batch batch, Instant until) {
        var rest = rest(batch);
        var ours = rest.stream().limit(LARGEST_BATCH).toList();
        if (ours.size() < rest.size()) {
            cut(batch, rest.get(ours.size()));
        }
        var lease = new Lease(new ClaimKey(batch.editionId(), batch.id(), ClaimKey.newOwner()));
        lease.take(until);
        return new Claim(lease.key, ours, lease, until);
    }

    /** From this subscriber on it is another batch. */
    private void cut(Batch batch, long first) {
        jdbc.sql("""
                        insert into batch (edition_id, first_id, last_id, members, due_at)
                        select edition_id, :first, last_id, members - :ours, due_at from batch where id = :id""")
                .param("first", first)
                .param("ours", LARGEST_BATCH)
                .param("id", batch.id())
                .update();
        jdbc.sql("update batch set last_id = :last, members = :ours where id = :id")
                .param("last", first - 1)
                .param("ours", LARGEST_BATCH)
                .param("id", batch.id())
                .update();
    }

    private Optional<Batch> open(Scope scope, Instant now) {
        return jdbc.sql(OPEN.formatted(scope.condition()))
                .params(scope.params())
                .param("now", now.atOffset(UTC))
                .query(Batch.class)
                .optional();
    }

    /** The first who joined before the freeze and have no delivery yet, one more than are claimed. Whether they still want it is asked when it is their turn. */
    private List<Long> rest(Batch batch) {
        return jdbc.sql("""
                        select subscriber.id from subscriber, edition
                        where subscriber.id between :first and :last and edition.id = :edition and %s
                          and not exists (select 1 from delivery
                                          where edition_id = :edition and subscriber_id = subscriber.id)
                        order by subscriber.id fetch first :atMost rows only""".formatted(Members.OF_EDITION.joined()))
                .param("atMost", LARGEST_BATCH + 1)
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("edition", batch.editionId())
                .query(Long.class)
                .list();
    }

    private record Batch(long id, long editionId, long firstId, long lastId) {}

    private final class Lease implements Claim.Hold {
        private final ClaimKey key;

        Lease(ClaimKey key) {
            this.key = key;
        }

        void take(Instant until) {
            jdbc.sql("update batch set lease_owner = :owner, lease_until = :until where id = :id")
                    .param("owner", key.owner())
                    .param("until", until.atOffset(UTC))
                    .param("id", key.batchId())
                    .update();
        }

        @Override
        public boolean renew(Instant until) {
            return held("update batch set lease_until = :until")
                            .param("until", until.atOffset(UTC))
                            .update()
                    > 0;
        }

        @Override
        public void finish() {
            held("delete from batch").update();
        }

        @Override
        public void release() {
            held("update batch set lease_owner = null, lease_until = null").update();
        }

        private JdbcClient.StatementSpec held(String change) {
            return jdbc.sql(change + " where id = :id and lease_owner = :owner")
                    .param("id", key.batchId())
                    .param("owner", key.owner());
        }
    }
}
