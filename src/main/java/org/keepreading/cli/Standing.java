package org.keepreading.cli;

import static java.time.format.DateTimeFormatter.ofPattern;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;

/** How an edition stands, in a sentence. */
record Standing(Newsletter newsletter, Issue issue, Progress progress) {

    String sentence() {
        var edition = "\"%s\" for %s".formatted(newsletter.title(), shown(issue.slot(), newsletter.zone()));
        return switch (issue.status()) {
            case SENT -> edition + " was sent " + sentAt() + ": " + figures() + ".";
            case SENDING -> edition + " is being sent: " + figures() + ".";
            case PAUSED ->
                edition + " is paused (" + issue.reason() + "): " + figures() + ". Run \"editions resume " + issue.id()
                        + "\".";
            case CANCELLED -> edition + " was cancelled (" + issue.reason() + "): " + figures() + ".";
            case SKIPPED -> edition + " was skipped: " + issue.reason() + ".";
            case MISSED -> edition + " was missed: " + issue.reason() + ".";
        };
    }

    private String sentAt() {
        var at = issue.sentAt();
        return at == null ? "" : shown(at, newsletter.zone());
    }

    private String figures() {
        return "%,d sent, %,d deferred, %,d failed, %,d skipped, %,d left"
                .formatted(
                        progress.sent(), progress.deferred(), progress.failed(), progress.skipped(), progress.left());
    }

    static String shown(Instant instant, ZoneId zone) {
        return ofPattern("EEE d MMM yyyy HH:mm zzz", Locale.ENGLISH).format(instant.atZone(zone));
    }
}
