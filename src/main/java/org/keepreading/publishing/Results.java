package org.keepreading.publishing;

import org.keepreading.delivery.Deliveries;
import org.keepreading.edition.Issue;
import org.springframework.stereotype.Component;

/** Whether a slot has the result that its readers and its newsroom wait for. */
@Component
class Results {
    private final Deliveries deliveries;

    Results(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** It went out, but for stragglers; or there was too little to send, which was decided as it should be. */
    boolean isThere(Issue issue) {
        return switch (issue.status()) {
            case SENT, SKIPPED -> true;
            case SENDING -> deliveries.isAllButDone(issue.id());
            case PLANNED, PAUSED, CANCELLED, MISSED, STOPPED -> false;
        };
    }

    /** What is wrong with it, and what to do. */
    String trouble(Issue issue) {
        return switch (issue.status()) {
            case PLANNED ->
                "was planned and is not published. Look into the log for why it could not be, and whether a server runs.";
            case PAUSED ->
                "is paused (%s), %s. \"editions resume %d\" goes on."
                        .formatted(issue.reason(), left(issue), issue.id());
            case MISSED -> "was missed: " + issue.reason() + ". \"send " + issue.newsletter() + "\" sends it now.";
            case SENDING ->
                "is still being sent, " + left(issue) + ". Look into the log for the relay's trouble; \"preflight "
                        + issue.newsletter() + "\" tries it.";
            case STOPPED ->
                "was stopped before anything left. %s It is tried again every minute within the newsletter's grace; after that \"send %s --at %s\" sends it."
                        .formatted(issue.reason(), issue.newsletter(), issue.slot());
            case SENT, SKIPPED, CANCELLED -> "is " + issue.status().word() + ".";
        };
    }

    private String left(Issue issue) {
        var progress = deliveries.progress(issue.id());
        return "%,d of %,d left".formatted(progress.left(), progress.audience());
    }
}
