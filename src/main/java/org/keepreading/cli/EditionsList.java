package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code editions list}: what became of the newest slots. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "What became of each slot and what is planned by hand, the newest first.")
final class EditionsList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NEWSLETTER", arity = "0..1", description = "Only this one's (default: all).")
    private @Nullable NewsletterKey newsletter;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private Limit limit;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(
                    issues(app.editions()),
                    new NewsletterZones(app.newsletters()),
                    app.clock().instant());
            return 0;
        });
    }

    private List<Issue> issues(Editions editions) {
        return newsletter == null ? editions.list(limit.most()) : editions.list(newsletter, limit.most());
    }

    private void print(List<Issue> issues, NewsletterZones zones, Instant now) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Json.of(issues.stream().map(EditionAnswer::of).toList()));
        } else {
            issues.forEach(issue -> print(issue, zones, now));
        }
    }

    private void print(Issue issue, NewsletterZones zones, Instant now) {
        var slot = zones.moment(issue.slot(), issue.newsletter());
        spec.commandLine()
                .getOut()
                .printf(
                        "%6d %-20s %-26s %s%s%n",
                        issue.id(), issue.newsletter(), slot, issue.status().word(), more(issue, now));
    }

    private static String more(Issue issue, Instant now) {
        if (issue.status() == EditionStatus.PLANNED) {
            return ", " + (issue.slot().isAfter(now) ? new Ahead(now, issue.slot()) : "overdue");
        }
        var reason = issue.reason();
        var audience = issue.audience();
        return (audience == null ? "" : ", for %,d".formatted(audience)) + (reason == null ? "" : ": " + reason);
    }
}
