package org.keepreading.edition;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a template on a thread of its own, so that whoever asked for it waits no longer than the limit. */
final class Deadline {
    private Deadline() {}

    static String within(Duration limit, String template, Supplier<String> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(task, "template " + template);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TemplateProblem(
                    template, null, "runs for more than " + limit.toMillis() + " ms. Look for a loop that never ends.");
        } catch (ExecutionException e) {
            throw problem(template, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while " + template + " was printed.", e);
        } finally {
            // FreeMarker looks for this at each loop and macro; without effect once the task is done.
            task.cancel(true);
        }
    }

    private static RuntimeException problem(String template, @Nullable Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return new TemplateProblem(template, null, "a macro or include calls itself without end.");
        }
        if (cause instanceof OutOfMemoryError) {
            return new TemplateProblem(template, null, "needs more memory than there is. Look for a very long text.");
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(cause);
    }
}
