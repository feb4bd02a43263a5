package org.keepreading.installation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.keepreading.vital.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries whether the database can be written: one that only answers is of no use to a sender. Whoever asks gets an answer in
 * time, and asking often costs nothing.
 */
final class WriteProbe implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WriteProbe.class);

    private final JdbcClient jdbc;
    private final Duration patience;
    private final Duration fresh;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemon.factory("write-probe"));
    private @Nullable Future<?> writing;
    private boolean writable = true;
    private long testedAt;

    /**
     * @param patience how long a write may take
     * @param fresh how long its result stands for the next ones
     */
    WriteProbe(JdbcClient jdbc, Duration patience, Duration fresh) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.fresh = fresh;
        testedAt = System.nanoTime() - fresh.toNanos();
    }

    synchronized boolean isWritable() {
        if (System.nanoTime() - testedAt >= fresh.toNanos()) {
            note(test());
            testedAt = System.nanoTime();
        }
        return writable;
    }

    private void note(boolean now) {
        if (now != writable) {
            log.atLevel(now ? Level.INFO : Level.ERROR)
                    .log(
                            now
                                    ? "The database can be written again."
                                    : "The database can't be written: is its disk full, is it"
                                            + " read-only, is it reachable? Nothing is sent until it can.");
        }
        writable = now;
    }

    /** A write that still hangs is not joined by another. */
    private boolean test() {
        if (writing == null || writing.isDone()) {
            writing = thread.submit(() ->
                    jdbc.sql("update installation set signed_by = signed_by").update());
        }
        try {
            writing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
