package org.keepreading.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A relay's connections: so many at a time, kept while they are of use. For many threads. */
final class ConnectionPool {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(200);
    private final Semaphore free;
    private final Supplier<PooledConnection> maker;
    private final ConcurrentLinkedDeque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

    /** @param most at a time */
    ConnectionPool(int most, Supplier<PooledConnection> maker) {
        free = new Semaphore(most, true);
        this.maker = maker;
    }

    boolean hasFree() {
        return free.availablePermits() > 0;
    }

    /** Waits for one, open or not; empty: told to stop meanwhile. */
    Optional<PooledConnection> acquire(BooleanSupplier isOn) {
        try {
            while (isOn.getAsBoolean()) {
                if (free.tryAcquire(SLICE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Optional.of(Optional.ofNullable(idle.pollFirst()).orElseGet(maker));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    void giveBack(PooledConnection connection) {
        idle.addFirst(connection);
        free.release();
    }

    /** Hangs up what nobody has used for a while. */
    void rest() {
        hangUp(REST);
    }

    /** Hangs up what nobody uses now. */
    void hangUp() {
        hangUp(Duration.ZERO);
    }

    private void hangUp(Duration unused) {
        for (var connection : idle) {
            if (connection.isUnusedFor(unused) && idle.remove(connection)) {
                connection.hangUp();
            }
        }
    }
}
