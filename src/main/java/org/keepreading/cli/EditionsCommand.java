package org.keepreading.cli;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.OutcomeKind;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code editions}: what went out and how it went. */
@Command(name = "editions", description = "What went out and how it went.", subcommands = EditionsShow.class)
final class EditionsCommand extends InstallationCommand {
    static final String NUMBER_OR_KEY = "Its number, or its newsletter's key for the newest.";
    private static final String WHY = "Why; \"editions show\" says it (default: by whom).";

    @Command(description = "What became of each slot and what is planned by hand, the newest first.")
    int list(
            @Parameters(paramLabel = "NEWSLETTER", arity = "0..1", description = "Only this one's (default: all).")
                    @Nullable
                    NewsletterKey newsletter,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = Limit.AT_MOST) Limit limit,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var issues = newsletter == null
                    ? app.editions().list(limit.most())
                    : app.editions().list(newsletter, limit.most());
            var zones = new NewsletterZones(app.newsletters());
            var now = app.clock().instant();
            return listed(json, issues, EditionAnswer::of, issue -> line(issue, zones, now));
        });
    }

    private static String line(Issue issue, NewsletterZones zones, Instant now) {
        var slot = zones.moment(issue.slot(), issue.newsletter());
        return "%6d %-20s %-26s %s%s"
                .formatted(issue.id(), issue.newsletter(), slot, issue.status().word(), more(issue, now));
    }

    private static String more(Issue issue, Instant now) {
        if (issue.status() == EditionStatus.PLANNED) {
            return ", " + (issue.slot().isAfter(now) ? new Ahead(now, issue.slot()) : "overdue");
        }
        var reason = issue.reason();
        var audience = issue.audience();
        return (audience == null ? "" : ", for %,d".formatted(audience)) + (reason == null ? "" : ": " + reason);
    }

    @Command(description = "No message of the edition leaves until it is resumed.")
    int pause(
            @Parameters(paramLabel = "EDITION", description = NUMBER_OR_KEY) EditionName edition,
            @Option(names = "--reason", paramLabel = "TEXT", description = WHY) @Nullable String reason,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var id = edition.in(app.editions()).id();
            return StandAnswer.of(app.editionControl().pause(id, Person.here(), reason))
                    .said(json, "is paused", "\"editions resume " + id + "\" goes on where it stopped.");
        });
    }

    @Command(description = "Goes on where the edition was paused; nobody gets it twice.")
    int resume(
            @Parameters(paramLabel = "EDITION", description = NUMBER_OR_KEY) EditionName edition,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var id = edition.in(app.editions()).id();
            return StandAnswer.of(app.editionControl().resume(id, Person.here()))
                    .said(json, "goes on", "");
        });
    }

    @Command(
            description = {
                "Ends the edition for good: whoever has not got it never will.",
                "One that is only planned is taken back, and its slot is as free as before. Name it by its number."
            })
    int cancel(
            @Parameters(paramLabel = "EDITION", description = NUMBER_OR_KEY) EditionName edition,
            @Option(names = "--reason", paramLabel = "TEXT", description = WHY) @Nullable String reason,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var issue = edition.in(app.editions());
            if (issue.status() == EditionStatus.PLANNED && app.planning().takeBack(issue, Person.here())) {
                return json ? Json.of(StandAnswer.takenBack(issue)) : takenBack(issue, app);
            }
            return StandAnswer.of(app.editionControl().cancel(issue.id(), Person.here(), reason))
                    .said(json, "is cancelled", "Whoever has not got it never will.");
        });
    }

    private static String takenBack(Issue plan, App app) {
        var newsletter = app.newsletters().find(plan.newsletter());
        var schedule = newsletter.filter(it -> it.isDue(plan.slot())).isPresent()
                ? " The schedule has this slot as well: it is sent then all the same."
                : "";
        return "Edition %d of %s, planned for %s, is taken back: nothing of it was sent.%s"
                .formatted(
                        plan.id(),
                        plan.newsletter(),
                        new NewsletterZones(app.newsletters()).moment(plan.slot(), plan.newsletter()),
                        schedule);
    }

    @Command(
            description = {
                "Tries the edition's failed deliveries again, and no others. Whoever has left since is skipped.",
                "A running server sends them; \"send NEWSLETTER --at SLOT\" does without one."
            })
    int retry(
            @Parameters(paramLabel = "EDITION", description = NUMBER_OR_KEY) EditionName edition,
            @Option(
                            names = "--class",
                            paramLabel = "CLASS",
                            description =
                                    "Only what failed for this: 5.7 a policy, 5.2 the mailbox, and so on; \"editions show\" lists"
                                            + " them (default: all). Addresses that do not exist (5.1) fail again, and cost you the relay's trust.")
                    @Nullable
                    OutcomeKind kind,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var id = edition.in(app.editions()).id();
            var retried = app.failures().retry(id, kind, Person.here());
            var failed = app.failures().byKind(id);
            return StandAnswer.of(app.editionControl().stand(id))
                    .said(
                            json,
                            "tries %,d failed deliveries again".formatted(retried),
                            failed.isEmpty() ? "" : "Failed for good so far: " + listed(failed) + ".");
        });
    }

    static String listed(Map<String, Long> failed) {
        return failed.entrySet().stream()
                .map(entry -> "%,d of class %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    @Command(
            description = {
                "Corrects a paused edition: correct the teasers, the newsletter or the template first, then this sets the"
                        + " edition anew for its slot.",
                "Whoever has not got it gets the new revision once it is resumed; whoever got it is not mailed again. The web"
                        + " version shows the new one at once."
            })
    int amend(
            @Parameters(paramLabel = "EDITION", description = NUMBER_OR_KEY) EditionName edition,
            @Option(
                            names = "--dry-run",
                            description = "Only prints what it would carry, and why each teaser is in or not.")
                    boolean dryRun,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var issue = edition.in(app.editions());
            if (dryRun) {
                var selection = app.amending().selection(issue);
                return json ? Json.of(CandidateAnswer.of(selection)) : Listing.of(selection);
            }
            return amended(app, issue, json);
        });
    }

    private static Object amended(App app, Issue before, boolean json) {
        var amended = app.amending().amend(before, Person.here());
        var became = amended.revision() == before.revision()
                ? "says the same as before, so it stays revision " + before.revision()
                : "is revision " + amended.revision() + " now, for those who have not got it";
        return StandAnswer.of(app.editionControl().stand(before.id()))
                .said(json, became, "\"editions resume " + before.id() + "\" sends it.");
    }
}
