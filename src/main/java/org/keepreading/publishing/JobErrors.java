package org.keepreading.publishing;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.vital.LastWords;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.listeners.JobListenerSupport;

/** Quartz catches whatever a job throws, and would go on after an Error as if nothing had been. */
final class JobErrors extends JobListenerSupport {

    @Override
    public String getName() {
        return "errors";
    }

    @Override
    public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException problem) {
        Stream.<@Nullable Throwable>iterate(problem, cause -> cause != null, Throwable::getCause)
                .filter(Error.class::isInstance)
                .map(Error.class::cast)
                .findFirst()
                .ifPresent(LastWords::of);
    }
}
