package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.Forecast;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Issue;
import org.keepreading.vital.Daemon;

/** Shows on standard error how a delivery goes on: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
final class SendingProgress {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
    /** Counting a million deliveries takes a while: no more of the time than a tenth goes into it. */
    private static final int IDLE_PARTS = 9;

    private final Deliveries deliveries;
    private final Forecast forecast;
    private final Issue issue;
    private final Display display;
    private final Duration every;
    private final CountDownLatch over = new CountDownLatch(1);

    private interface Display {
        /** @param end such as "done by 07:12" or "the others done by 07:12"; empty: nobody knows */
        void show(Progress progress, String end);

        void close();
    }

    private SendingProgress(App app, Issue issue, Display display, Duration every) {
        deliveries = app.deliveries();
        forecast = app.forecast();
        this.issue = issue;
        this.display = display;
        this.every = every;
        Daemon.start("progress", this::showNowAndThen);
    }

    static SendingProgress of(Issue issue, App app, PrintWriter err) {
        return Terminal.isThere()
                ? new SendingProgress(app, issue, bar(app.deliveries().progress(issue.id())), Duration.ofSeconds(1))
                : new SendingProgress(app, issue, lines(err), Duration.ofSeconds(10));
    }

    private static Display bar(Progress start) {
        var bar = new ProgressBarBuilder()
                .setTaskName("Sending")
                .setInitialMax(start.audience())
                .startsFrom(done(start), Duration.ZERO)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, Terminal.width() - 1))
                .build();
        return new Display() {
            @Override
            public void show(Progress progress, String end) {
                bar.maxHint(progress.audience());
                bar.stepTo(done(progress));
                bar.setExtraMessage(progress.deferred() == 0 ? end : progress.deferred() + " deferred " + end);
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
            public void show(Progress progress, String end) {
                err.printf(
                        "%,d of %,d settled, %,d deferred%s%n",
                        done(progress), progress.audience(), progress.deferred(), end.isEmpty() ? "" : ", " + end);
            }

            @Override
            public void close() {}
        };
    }

    private static long done(Progress progress) {
        return progress.audience() - progress.left();
    }

    private void showNowAndThen() {
        try {
            long pause;
            do {
                var begun = System.nanoTime();
                show();
                pause = Math.max(every.toNanos(), (System.nanoTime() - begun) * IDLE_PARTS);
            } while (!over.await(pause, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        var progress = deliveries.progress(issue.id());
        display.show(
                progress,
                forecast.end(issue.id(), progress)
                        .map(end -> (progress.deferred() == 0 ? "" : "the others ") + "done by " + TIME.format(end))
                        .orElse(""));
    }

    void during(Runnable sending) {
        try {
            sending.run();
        } finally {
            over.countDown();
            show();
            display.close();
        }
    }
}
