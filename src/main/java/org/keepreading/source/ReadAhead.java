package org.keepreading.source;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads a document's next part on a thread of its own while the one before is taken. */
final class ReadAhead {
    private ReadAhead() {}

    static <T> void each(Iterator<T> parts, Consumer<T> taking) {
        var reader = Executors.newSingleThreadExecutor(ReadAhead::daemon);
        try {
            var next = reader.submit(() -> next(parts));
            for (var part = get(next); part.isPresent(); part = get(next)) {
                next = reader.submit(() -> next(parts));
                taking.accept(part.get());
            }
        } finally {
            reader.shutdownNow();
        }
    }

    private static <T> Optional<T> next(Iterator<T> parts) {
        return parts.hasNext() ? Optional.of(parts.next()) : Optional.empty();
    }

    /** What went wrong while it was read goes wrong here. */
    private static <T> T get(Future<T> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedProblem("Reading was given up; what was taken before is kept.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "read-ahead");
        thread.setDaemon(true);
        return thread;
    }
}
