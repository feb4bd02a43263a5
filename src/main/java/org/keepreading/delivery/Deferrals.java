package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Deferred deliveries, which go out by their next attempt's time, apart from the batches. */
@Repository
class Deferrals {
    /** Few, so that no sender is idle while another works through them, and enough to be cheap to claim. */
    private static final int AT_ONCE = 20;

    private static final String DUE = """
            select edition_id, subscriber_id from deferral
            where next_attempt_at <= :now and (lease_until is null or lease_until <= :now)
              and edition_id in (select id from edition where %s)
            order by next_attempt_at, edition_id, subscriber_id fetch first :atOnce rows only
            for update skip locked""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Deferrals(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<Claim> claim(Scope scope, Instant now, Instant until) {
        return requireNonNull(transaction.execute(status -> {
            var due = ofOneEdition(due(scope, now));
            return due.isEmpty() ? Optional.empty() : Optional.of(lease(due, until));
        }));
    }

    private List<Due> due(Scope scope, Instant now) {
        return jdbc.sql(DUE.formatted(scope.condition()))
                .params(scope.params())
                .param("now", now.atOffset(UTC))
                .param("atOnce", AT_ONCE)
                .query(Due.class)
                .list();
    }

    private static List<Due> ofOneEdition(List<Due> due) {
        return due.stream()
                .filter(one -> one.editionId() == due.get(0).editionId())
                .toList();
    }

    private Claim lease(List<Due> due, Instant until) {
        var subscribers = due.stream().map(Due::subscriberId).toList();
        var lease = new Lease(new ClaimKey(due.get(0).editionId(), null, ClaimKey.newOwner()), subscribers);
        lease.take(until);
        return new Claim(lease.key, subscribers, lease, until);
    }

    private record Due(long editionId, long subscriberId) {}

    private final class Lease implements Claim.Hold {
        private static final String OURS = " where edition_id = :edition and subscriber_id in (:subscribers)";
        private static final String STILL_OURS = OURS + " and lease_owner = :owner";

        private final ClaimKey key;
        private final List<Long> subscribers;

        Lease(ClaimKey key, List<Long> subscribers) {
            this.key = key;
            this.subscribers = subscribers;
        }

        void take(Instant until) {
            change("set lease_owner = :owner, lease_until = :until" + OURS)
                    .param("until", until.atOffset(UTC))
                    .update();
        }

        @Override
        public boolean renew(Instant until) {
            return change("set lease_until = :until" + STILL_OURS)
                            .param("until", until.atOffset(UTC))
                            .update()
                    > 0;
        }

        /** Each outcome settled or postponed its own. */
        @Override
        public void finish() {
            release();
        }

        @Override
        public void release() {
            change("set lease_owner = null, lease_until = null" + STILL_OURS).update();
        }

        private JdbcClient.StatementSpec change(String change) {
            return jdbc.sql("update deferral " + change)
                    .param("edition", key.editionId())
                    .param("subscribers", subscribers)
                    .param("owner", key.owner());
        }
    }
}
