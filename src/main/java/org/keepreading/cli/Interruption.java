package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C, SIGTERM or a closed terminal while an edition is sent by hand. Before anything is frozen it ends the process; after that it has the
 * sending end in order, and the command say how far it came. A second one ends the process at once.
 */
final class Interruption implements AutoCloseable {
    /** Of a process that SIGINT ended, as shells have it. */
    static final int STATUS = 130;

    /** What there is to do after messages in flight have ended or were given up: count, and close the database. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);

    private final Runnable close;
    private final PrintWriter err;
    private final Duration patience;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Runnable stop;
    private boolean happened;

    private Interruption(Runnable close, PrintWriter err, Duration patience) {
        this.close = close;
        this.err = err;
        this.patience = patience;
    }

    /**
     * @param close closes what was opened for the command
     * @param patience how long messages in flight may take to finish
     */
    static Interruption of(Runnable close, PrintWriter err, Duration patience) {
        var interruption = new Interruption(close, err, patience);
        StopSignals.run(interruption::happen);
        return interruption;
    }

    /**
     * From here on something is at work that must end in order.
     *
     * @param stop has it end; harmless where it has not begun
     * @return whether nobody was faster
     */
    synchronized boolean stopsBy(Runnable stop) {
        this.stop = stop;
        return !happened;
    }

    /**
     * Nothing is at work any more: from here on it ends the process, as before anything was.
     *
     * @return whether nobody was faster
     */
    synchronized boolean nothingIsAtWork() {
        stop = null;
        return !happened;
    }

    synchronized boolean hasHappened() {
        return happened;
    }

    /** The command has said what there is to say. */
    @Override
    public void close() {
        over.countDown();
    }

    private void happen() {
        var work = noted();
        if (work == null) {
            err.println();
            err.println("Nothing was sent.");
            close.run();
            System.exit(STATUS);
        } else {
            err.println();
            err.println("Stopping: messages on their way may end first, within %d s. Ctrl-C again ends at once."
                    .formatted(patience.toSeconds()));
            work.run();
            awaitTheEnd();
        }
    }

    private synchronized @Nullable Runnable noted() {
        if (happened) {
            endAtOnce("Ended at once: messages on their way may go twice.");
        }
        happened = true;
        return stop;
    }

    private void awaitTheEnd() {
        try {
            if (!over.await(patience.plus(AFTERWARDS).toMillis(), TimeUnit.MILLISECONDS)) {
                endAtOnce("It does not end by itself, so it was ended: messages on their way may go twice.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endAtOnce(String words) {
        err.println(words);
        Runtime.getRuntime().halt(STATUS);
    }
}
