package org.keepreading.edition;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a template on a thread of its own, so that whoever asked for it waits no longer than the limit, and it takes no more
 * memory than any honest one.
 */
final class Deadline {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final Duration BESIDES = Duration.ofMillis(500);

    /** All that it asked for, most of it for a moment. A page of 90 KB takes less than 1 MB. */
    private static final long MOST_BYTES = 32_000_000;

    private final Duration limit;
    private final Spot spot;

    Deadline(Duration limit, Spot spot) {
        this.limit = limit;
        this.spot = spot;
    }

    String keptBy(String template, Supplier<String> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Printing("template " + template, task);
        thread.start();
        try {
            return await(task);
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while " + template + " was printed.", e);
        } finally {
            // Without effect once the task is done.
            task.cancel(true);
        }
    }

    /** A little longer than the limit, so that the thread itself, which knows the line, comes first. */
    private String await(FutureTask<String> task) throws ExecutionException, InterruptedException {
        try {
            return task.get(limit.plus(BESIDES).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooLong();
        }
    }

    private void check(long nanos, long bytes) {
        if (nanos > limit.toNanos()) {
            throw tooLong();
        }
        if (bytes > MOST_BYTES) {
            throw spot.problem(
                    "takes more than %d MB of memory. Look for a loop that never ends, or a text that grows in one."
                            .formatted(MOST_BYTES / 1_000_000));
        }
    }

    private TemplateProblem tooLong() {
        return spot.problem("runs for more than " + limit.toMillis() + " ms. Look for a loop that never ends.");
    }

    private RuntimeException problem(@Nullable Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return spot.problem("a macro or include calls itself without end.");
        }
        if (cause instanceof OutOfMemoryError) {
            return spot.problem("needs more memory than there is. Look for a very long text.");
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(cause);
    }

    /** Looks at the limits itself, so that it stops in time however busy the machine is. */
    private final class Printing extends Thread {
        private final long began = System.nanoTime();

        Printing(String name, Runnable task) {
            super(task, name);
            setDaemon(true);
        }

        /** FreeMarker asks this at each turn of a loop, at each macro and wherever {@link Halts} has it ask. */
        @Override
        public boolean isInterrupted() {
            check(System.nanoTime() - began, THREADS.getThreadAllocatedBytes(getId()));
            return super.isInterrupted();
        }
    }
}
