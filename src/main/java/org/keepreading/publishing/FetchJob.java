package org.keepreading.publishing;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.keepreading.source.Feeds;
import org.keepreading.source.Fetched;
import org.keepreading.source.Source;
import org.keepreading.source.Sources;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;

/** Every minute: fetches the sources whose time has come, a few at a time, so that a slow site holds up no other. */
@DisallowConcurrentExecution
class FetchJob implements Job {
    static final JobKey KEY = new JobKey("fetch");
    private static final int AT_A_TIME = 4;
    private final Sources sources;
    private final Feeds feeds;
    private final Clock clock;

    FetchJob(Sources sources, Feeds feeds, Clock clock) {
        this.sources = sources;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        var due = sources.due(clock.instant());
        if (!due.isEmpty()) {
            fetch(due);
        }
    }

    private void fetch(List<Source> due) throws JobExecutionException {
        var fetchers = Executors.newFixedThreadPool(Math.min(AT_A_TIME, due.size()));
        try {
            fetchers.invokeAll(due.stream().map(this::fetching).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobExecutionException(
                    "Fetching was told to stop; what is due is fetched after the next start.", e);
        } finally {
            fetchers.shutdown();
        }
    }

    private Callable<Fetched> fetching(Source source) {
        return () -> feeds.fetch(source.key());
    }
}
