package org.keepreading.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code editions show}: one edition, and why each candidate is in it or not. */
@Command(
        name = "show",
        description = {
            "One edition, who has not got it and why, and why each candidate is in it (+) or not (-).",
            "Of those whom it failed to reach the first twenty are named, with --json all."
        })
final class EditionsShow extends InstallationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EDITION", description = EditionsCommand.NUMBER_OR_KEY)
    private EditionName edition;

    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        return saying(app -> {
            var issue = edition.in(app.editions());
            return json ? Json.of(EditionAnswer.with(issue, app)) : facts(issue, app);
        });
    }

    private static Laid facts(Issue issue, App app) {
        var zones = new NewsletterZones(app.newsletters());
        var facts = head(issue, zones);
        if (issue.frozenAt() != null) { // else there was nothing to deliver: skipped or missed
            howFar(app, issue, zones, facts);
        }
        var undelivered = new UndeliveredText(facts, app.undelivered(), issue, zones);
        undelivered.deferred();
        undelivered.failed(app.failures().byKind(issue.id()));
        if (issue.revision() > 1) {
            app.deliveries()
                    .sentByRevision(issue.id())
                    .forEach((revision, sent) -> facts.and("revision", "%d: %,d sent".formatted(revision, sent)));
        }
        Listing.lines(app.editions().candidates(issue.id())).forEach(facts::line);
        return facts.laid();
    }

    private static Facts head(Issue issue, NewsletterZones zones) {
        var slot = zones.moment(issue.slot(), issue.newsletter());
        return new Facts("  %-10s %s")
                .line("Edition %d of %s for %s, by %s: %s"
                        .formatted(
                                issue.id(),
                                issue.newsletter(),
                                slot,
                                issue.cause().word(),
                                issue.status().word()))
                .and("reason", issue.reason())
                .and("audience", issue.audience())
                .and("frozen", moment(issue.frozenAt(), issue, zones))
                .and("sent", moment(issue.sentAt(), issue, zones));
    }

    private static @Nullable Moment moment(@Nullable Instant instant, Issue issue, NewsletterZones zones) {
        return instant == null ? null : zones.moment(instant, issue.newsletter());
    }

    private static void howFar(App app, Issue issue, NewsletterZones zones, Facts facts) {
        var progress = app.deliveries().progress(issue.id());
        facts.and("deliveries", EditionStanding.figures(progress));
        if (issue.status() == EditionStatus.SENDING) {
            var but = progress.deferred() > 0 ? ", but for the deferred" : "";
            app.forecast()
                    .end(issue.id(), progress)
                    .ifPresent(end -> facts.and("done by", zones.moment(end, issue.newsletter()) + but));
        }
    }
}
