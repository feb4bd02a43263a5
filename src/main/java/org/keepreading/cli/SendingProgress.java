package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Issue;

/** Shows on standard error how a delivery goes on: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
final class SendingProgress {
    private final Deliveries deliveries;
    private final Issue issue;
    private final Display display;
    private final Future<?> showing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SendingProgress::daemon);

    private interface Display {
        void show(Progress progress);

        void close();
    }

    private SendingProgress(Deliveries deliveries, Issue issue, Display display, Duration every) {
        this.deliveries = deliveries;
        this.issue = issue;
        this.display = display;
        showing = timer.scheduleWithFixedDelay(this::show, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    static SendingProgress of(Issue issue, Deliveries deliveries, PrintWriter err) {
        return Terminal.isThere()
                ? new SendingProgress(deliveries, issue, bar(deliveries.progress(issue.id())), Duration.ofSeconds(1))
                : new SendingProgress(deliveries, issue, lines(err), Duration.ofSeconds(10));
    }

    private static Display bar(Progress start) {
        var bar = new ProgressBarBuilder()
                .setTaskName("Sending")
                .setInitialMax(start.audience())
                .startsFrom(done(start), Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
        return new Display() {
            @Override
            public void show(Progress progress) {
                bar.maxHint(progress.audience());
                bar.stepTo(done(progress));
                bar.setExtraMessage(progress.deferred() == 0 ? "" : progress.deferred() + " deferred");
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static Display lines(PrintWriter err) {
        return new Display() {
            @Override
            public void show(Progress progress) {
                err.printf("%,d of %,d done, %,d deferred%n", done(progress), progress.audience(), progress.deferred());
            }

            @Override
            public void close() {}
        };
    }

    private static long done(Progress progress) {
        return progress.audience() - progress.left();
    }

    private void show() {
        display.show(deliveries.progress(issue.id()));
    }

    void during(Runnable sending) {
        try {
            sending.run();
        } finally {
            showing.cancel(false);
            timer.shutdown();
            show();
            display.close();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
