package org.keepreading.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the senders of this process when there is work; those of others find it by looking. */
@Component
class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it rings or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var before = rings;
            var nanos = atMost.toNanos();
            while (rings == before && nanos > 0) {
                nanos = rung.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
