package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.Deliveries;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.installation.LiveInstallation;
import org.springframework.context.ApplicationContext;

/**
 * Whether this installation is the one that sends.
 *
 * @param doubt why nobody knows; {@code null}: it is
 * @param left the editions that it would go on with
 */
record LiveAnswer(boolean live, @Nullable String doubt, List<Left> left) {

    /** An edition, and how many have not got it. */
    record Left(long edition, String newsletter, Instant slot, long readers) {}

    static LiveAnswer of(ApplicationContext app) {
        var doubt = app.getBean(LiveInstallation.class).doubt();
        return new LiveAnswer(
                doubt.isEmpty(),
                doubt.orElse(null),
                app.getBean(Editions.class).sending().stream()
                        .map(issue -> left(app, issue))
                        .toList());
    }

    private static Left left(ApplicationContext app, Issue issue) {
        return new Left(
                issue.id(),
                issue.newsletter().value(),
                issue.slot(),
                app.getBean(Deliveries.class).progress(issue.id()).left());
    }
}
