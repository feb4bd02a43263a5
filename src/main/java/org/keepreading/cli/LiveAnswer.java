package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Issue;

/**
 * Whether this installation is the one that sends.
 *
 * @param doubt why nobody knows; {@code null}: it is
 * @param left the editions that it would go on with
 */
record LiveAnswer(boolean live, @Nullable String doubt, List<Left> left) {

    /** An edition, and how many have not got it. */
    record Left(long edition, String newsletter, Instant slot, long readers) {}

    static LiveAnswer of(App app) {
        var doubt = app.liveInstallation().doubt();
        return new LiveAnswer(
                doubt.isEmpty(),
                doubt.orElse(null),
                app.editions().sending().stream().map(issue -> left(app, issue)).toList());
    }

    private static Left left(App app, Issue issue) {
        return new Left(
                issue.id(),
                issue.newsletter().value(),
                issue.slot(),
                app.deliveries().progress(issue.id()).left());
    }
}
