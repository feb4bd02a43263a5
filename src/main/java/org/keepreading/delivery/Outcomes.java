package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Records outcomes, those of all connections together: whoever gets the pen commits for all who wait, and where there were
 * several before waits a moment for more of them. A sender goes on only when its outcome is durable, so one that can't be
 * recorded stops the sending.
 */
@Component
class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    /** What a commit costs is shared by all in it; PostgreSQL's commit_delay is the same. */
    private static final Duration GATHERING = Duration.ofNanos(500_000);
    /** The first may be two nodes that wrote the same delivery at once. */
    private static final int REPORTED_TRY = 2;

    private final OutcomeLedger ledger;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock pen = new ReentrantLock();
    private final Condition change = pen.newCondition();
    private boolean writing;
    private boolean alone = true;
    private volatile boolean stopped;

    Outcomes(OutcomeLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Returns when the delivery is durable.
     *
     * @throws OutcomeLost once the program ends and it can't be recorded
     */
    void record(Delivery delivery) {
        var mine = new Waiting(delivery);
        waiting.add(mine);
        pen.lock();
        try {
            awaitWriter();
            if (!mine.durable) {
                commitAll(mine);
            }
        } finally {
            pen.unlock();
        }
    }

    /** What can't be recorded now is lost, and its message may go twice: for when the program ends. */
    void giveUp() {
        stopped = true;
        pen.lock();
        try {
            change.signalAll();
        } finally {
            pen.unlock();
        }
    }

    /** Between two tries the writer puts the pen down; those whose outcomes it writes wait on. */
    private void awaitWriter() {
        while (writing) {
            change.awaitUninterruptibly();
        }
    }

    private void commitAll(Waiting mine) {
        var group = group();
        if (!group.contains(mine)) {
            throw new OutcomeLost();
        }
        writing = true;
        try {
            commit(group.stream().map(each -> each.delivery).toList());
            group.forEach(each -> each.durable = true);
        } finally {
            writing = false;
            change.signalAll();
        }
    }

    private List<Waiting> group() {
        if (!alone) {
            LockSupport.parkNanos(GATHERING.toNanos());
        }
        var group = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        alone = group.size() == 1;
        return group;
    }

    private void commit(List<Delivery> deliveries) {
        for (var tries = 1; !isCommitted(deliveries, tries); tries++) {
            if (stopped) {
                throw new OutcomeLost();
            }
            awaitNextTry();
        }
    }

    private boolean isCommitted(List<Delivery> deliveries, int tries) {
        try {
            ledger.write(deliveries, clock.instant());
            return true;
        } catch (DataAccessException | TransactionException e) {
            if (tries == REPORTED_TRY) {
                log.error("The database takes no outcomes, so nothing is sent until it does: {}", e.getMessage());
            }
            return false;
        }
    }

    private void awaitNextTry() {
        try {
            var nanos = BETWEEN_TRIES.toNanos();
            while (!stopped && nanos > 0) {
                nanos = change.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeLost();
        }
    }

    /** One who waits for the pen; guarded by it. */
    private static final class Waiting {
        final Delivery delivery;
        boolean durable;

        Waiting(Delivery delivery) {
            this.delivery = delivery;
        }
    }
}
