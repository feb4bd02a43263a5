package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Issue;
import org.keepreading.journal.Elapsed;
import org.keepreading.journal.Journal;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** What is told of an edition: a line for each thing that happens to it, and for none twice. */
@Component
public class EditionLog {
    private final Journal journal;
    private final Clock clock;

    EditionLog(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** @param by who did it, a user name */
    public void planned(Issue issue, String by) {
        tell(issue, "planned by " + by);
    }

    public void takenBack(Issue plan, String by) {
        tell(plan, "taken back by " + by + " before anything left");
    }

    public void skipped(Issue issue) {
        tell(issue, "skipped: " + issue.reason());
    }

    public void amended(Issue issue, String by) {
        tell(issue, "corrected by %s: revision %d for whoever has not got it".formatted(by, issue.revision()));
    }

    void queued(Issue issue, long readers) {
        tell(
                issue,
                "queued for %,d %s, by %s"
                        .formatted(
                                readers,
                                readers == 1 ? "reader" : "readers",
                                issue.cause().word()));
    }

    void begun(Issue issue) {
        tell(issue, "begun");
    }

    void leftToStragglers(Issue issue, Progress progress, long deferred) {
        tell(
                issue,
                "finished but for %,d deferred, who are tried again until they are through: %s"
                        .formatted(deferred, outcome(issue, progress)));
    }

    void finished(Issue issue, Progress progress) {
        tell(issue, "finished: " + outcome(issue, progress));
    }

    void paused(Issue issue, String by, @Nullable String reason) {
        tell(issue, "paused by " + by + because(reason));
    }

    void pausedByItself(Issue issue) {
        journal.tell(
                Level.ERROR,
                "%s: paused by itself, as %s. Mend that, then run \"editions resume %d\", and \"editions retry %3$d\" for those refused."
                        .formatted(name(issue), issue.reason(), issue.id()));
    }

    /** Too late to be paused. */
    void refused(Issue issue, String reason) {
        journal.tell(Level.WARN, "%s: %s. Nothing of it is left to stop.".formatted(name(issue), reason));
    }

    void resumed(Issue issue, String by) {
        tell(issue, "resumed by " + by);
    }

    void cancelled(Issue issue, String by, @Nullable String reason) {
        tell(issue, "cancelled by " + by + because(reason));
    }

    void retried(Issue issue, long deliveries, String by) {
        tell(issue, "%,d failed deliveries are tried again, by %s".formatted(deliveries, by));
    }

    private void tell(Issue issue, String what) {
        journal.tell(name(issue) + ": " + what);
    }

    private static String name(Issue issue) {
        return "Edition %s %s".formatted(issue.newsletter(), Journal.time(issue.slot()));
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + reason;
    }

    private String outcome(Issue issue, Progress progress) {
        return "%,d sent, %,d failed, %,d skipped in %s"
                .formatted(
                        progress.sent(),
                        progress.failed(),
                        progress.skipped(),
                        new Elapsed(Duration.between(begin(issue), clock.instant())));
    }

    private static Instant begin(Issue issue) {
        return issue.frozenAt() == null ? issue.slot() : issue.frozenAt();
    }
}
