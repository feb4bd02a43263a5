package org.keepreading.cli;

import java.time.Instant;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;

/** How an edition stands, in a sentence. */
record EditionStanding(Newsletter newsletter, Issue issue, Progress progress) {

    String sentence() {
        var edition = "\"%s\" for %s".formatted(newsletter.title(), moment(issue.slot()));
        return switch (issue.status()) {
            case PLANNED ->
                edition + " is planned as edition " + issue.id() + ": it is picked and sent then. \"editions cancel "
                        + issue.id() + "\" takes it back.";
            case SENT -> edition + " was sent " + sentAt() + ": " + figures(progress) + ".";
            case SENDING -> edition + " is being sent: " + figures(progress) + ".";
            case PAUSED ->
                edition + " is paused (" + issue.reason() + "): " + figures(progress) + ". Run \"editions resume "
                        + issue.id() + "\".";
            case CANCELLED -> edition + " was cancelled (" + issue.reason() + "): " + figures(progress) + ".";
            case SKIPPED -> edition + " was skipped: " + issue.reason() + ".";
            case MISSED -> edition + " was missed: " + issue.reason() + ".";
            case STOPPED ->
                edition + " was stopped before anything left: " + issue.reason() + " \"send " + newsletter.key()
                        + " --at " + issue.slot() + "\" tries it again.";
        };
    }

    private String sentAt() {
        var at = issue.sentAt();
        return at == null ? "" : moment(at).toString();
    }

    static String figures(Progress progress) {
        return "%,d sent, %,d deferred, %,d failed, %,d skipped, %,d left"
                .formatted(
                        progress.sent(), progress.deferred(), progress.failed(), progress.skipped(), progress.left());
    }

    private Moment moment(Instant instant) {
        return new Moment(instant, newsletter.zone());
    }
}
