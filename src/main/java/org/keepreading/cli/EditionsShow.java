package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.Failures;
import org.keepreading.delivery.Forecast;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Undelivered;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletters;
import org.springframework.context.ApplicationContext;
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
        try (var app = installation.open()) {
            show(app);
            return 0;
        }
    }

    private void show(ApplicationContext app) {
        var editions = app.getBean(Editions.class);
        var issue = edition.in(editions);
        var verdicts = editions.candidates(issue.id());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(EditionAnswer.with(
                    issue,
                    app.getBean(Deliveries.class).progress(issue.id()),
                    app.getBean(Failures.class).byKind(issue.id()),
                    app.getBean(Undelivered.class),
                    verdicts)));
        } else {
            head(out, issue, new NewsletterZones(app.getBean(Newsletters.class)));
            deliveries(app, issue).ifPresent(progress -> howFar(app, issue, progress, out));
            reasons(app, issue, out);
            new Listing(out).print(verdicts);
        }
    }

    private static void howFar(ApplicationContext app, Issue issue, Progress progress, PrintWriter out) {
        fact(out, "deliveries", EditionStanding.figures(progress));
        if (issue.status() == EditionStatus.SENDING) {
            var zones = new NewsletterZones(app.getBean(Newsletters.class));
            app.getBean(Forecast.class)
                    .end(issue.id(), progress)
                    .ifPresent(end -> fact(
                            out,
                            "done by",
                            zones.moment(end, issue.newsletter())
                                    + (progress.deferred() > 0 ? ", but for the deferred" : "")));
        }
    }

    private static void reasons(ApplicationContext app, Issue issue, PrintWriter out) {
        var undelivered = new UndeliveredText(
                out, app.getBean(Undelivered.class), issue, new NewsletterZones(app.getBean(Newsletters.class)));
        undelivered.deferred();
        undelivered.failed(app.getBean(Failures.class).byKind(issue.id()));
        if (issue.revision() > 1) {
            app.getBean(Deliveries.class)
                    .sentByRevision(issue.id())
                    .forEach((revision, sent) -> fact(out, "revision", "%d: %,d sent".formatted(revision, sent)));
        }
    }

    /** None where there was nothing to deliver: skipped or missed. */
    private static Optional<Progress> deliveries(ApplicationContext app, Issue issue) {
        return Optional.ofNullable(issue.frozenAt())
                .map(frozen -> app.getBean(Deliveries.class).progress(issue.id()));
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
