package org.keepreading.vital;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a task again and again, on a thread of its own. An exception costs one turn. An Error ends the thread where everybody
 * sees it ({@link LastWords}), while Java's own timers keep it to themselves and do nothing from then on.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final Duration pause;
    private final Runnable task;
    private final CountDownLatch over = new CountDownLatch(1);

    private Rounds(Duration pause, Runnable task) {
        this.pause = pause;
        this.task = task;
    }

    /**
     * @param before the first turn
     * @param pause between two turns
     */
    public static Rounds begin(String thread, Duration before, Duration pause, Runnable task) {
        var rounds = new Rounds(pause, task);
        Daemon.start(thread, () -> rounds.run(before));
        return rounds;
    }

    /** No turn begins any more; one that has begun goes on to its end. */
    @Override
    public void close() {
        over.countDown();
    }

    private void run(Duration before) {
        try {
            for (var wait = before; !over.await(wait.toNanos(), TimeUnit.NANOSECONDS); wait = pause) {
                takeTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurn() {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error(
                    "{} failed at its task, and tries again in {} ms",
                    Thread.currentThread().getName(),
                    pause.toMillis(),
                    e);
        }
    }
}
