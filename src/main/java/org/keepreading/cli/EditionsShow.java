package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code editions show}: one edition, and why each candidate is in it or not. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "One edition, who has not got it and why, and why each candidate is in it (+) or not (-).",
            "Of those whom it failed to reach the first twenty are named, with --json all."
        })
final class EditionsShow implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private EditionName edition;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsShow(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            show(app);
            return 0;
        });
    }

    private void show(App app) {
        var editions = app.editions();
        var issue = edition.in(editions);
        var verdicts = editions.candidates(issue.id());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(EditionAnswer.with(
                    issue,
                    app.deliveries().progress(issue.id()),
                    app.failures().byKind(issue.id()),
                    app.undelivered(),
                    verdicts)));
        } else {
            head(out, issue, new NewsletterZones(app.newsletters()));
            deliveries(app, issue).ifPresent(progress -> howFar(app, issue, progress, out));
            reasons(app, issue, out);
            new Listing(out).print(verdicts);
        }
    }

    private static void howFar(App app, Issue issue, Progress progress, PrintWriter out) {
        fact(out, "deliveries", EditionStanding.figures(progress));
        if (issue.status() == EditionStatus.SENDING) {
            var zones = new NewsletterZones(app.newsletters());
            app.forecast()
                    .end(issue.id(), progress)
                    .ifPresent(end -> fact(
                            out,
                            "done by",
                            zones.moment(end, issue.newsletter())
                                    + (progress.deferred() > 0 ? ", but for the deferred" : "")));
        }
    }

    private static void reasons(App app, Issue issue, PrintWriter out) {
        var undelivered = new UndeliveredText(out, app.undelivered(), issue, new NewsletterZones(app.newsletters()));
        undelivered.deferred();
        undelivered.failed(app.failures().byKind(issue.id()));
        if (issue.revision() > 1) {
            app.deliveries()
                    .sentByRevision(issue.id())
                    .forEach((revision, sent) -> fact(out, "revision", "%d: %,d sent".formatted(revision, sent)));
        }
    }

    /** None where there was nothing to deliver: skipped or missed. */
    private static Optional<Progress> deliveries(App app, Issue issue) {
        return Optional.ofNullable(issue.frozenAt())
                .map(frozen -> app.deliveries().progress(issue.id()));
    }

    private static void head(PrintWriter out, Issue issue, NewsletterZones zones) {
        var slot = zones.moment(issue.slot(), issue.newsletter());
        out.printf(
                "Edition %d of %s for %s, by %s: %s%n",
                issue.id(),
                issue.newsletter(),
                slot,
                issue.cause().word(),
                issue.status().word());
        fact(out, "reason", issue.reason());
        fact(out, "audience", issue.audience());
        fact(out, "frozen", moment(issue.frozenAt(), issue, zones));
        fact(out, "sent", moment(issue.sentAt(), issue, zones));
    }

    private static @Nullable Moment moment(@Nullable Instant instant, Issue issue, NewsletterZones zones) {
        return instant == null ? null : zones.moment(instant, issue.newsletter());
    }

    private static void fact(PrintWriter out, String what, @Nullable Object value) {
        if (value != null) {
            out.printf("  %-10s %s%n", what, value);
        }
    }
}
