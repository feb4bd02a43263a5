package org.keepreading.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the senders of this process when there is work; those of others find it by looking. */
@Component
class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private long calls;

    void call() {
        lock.lock();
        try {
            calls++;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when somebody calls or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var before = calls;
            var nanos = atMost.toNanos();
            while (calls == before && nanos > 0) {
                nanos = called.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
