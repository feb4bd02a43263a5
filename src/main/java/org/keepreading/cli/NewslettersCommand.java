package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsletters}: newsletters as files, for those who keep them in git. */
@Command(
        name = "newsletters",
        description = "Newsletters as files, for those who keep them in git.",
        subcommands = {NewslettersShow.class, NewslettersApply.class})
final class NewslettersCommand extends InstallationCommand {
    static final String ITS_KEY = "Its key, such as \"daily\".";

    @Command(description = "Which newsletters there are, and when each is due.")
    int list(@Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var newsletters = app.newsletters().all().stream()
                    .map(newsletter -> NewsletterAnswer.of(app, newsletter))
                    .toList();
            return json
                    ? Json.of(newsletters)
                    : Laid.lines(newsletters.stream()
                            .flatMap(newsletter -> newsletter.lines().stream())
                            .toList());
        });
    }

    @Command(description = "A newsletter as the file that \"apply\" takes.")
    int export(
            @Parameters(paramLabel = "NEWSLETTER", description = ITS_KEY) NewsletterKey key,
            @Option(
                            names = "--out",
                            paramLabel = "FILE.yaml",
                            description = "Where to write (default: standard output).")
                    @Nullable
                    Path file)
            throws IOException {
        return installation().with(app -> {
            var yaml = NewsletterFile.write(app.newsletters().get(key));
            if (file == null) {
                return say(Laid.text(yaml));
            }
            Files.writeString(file, yaml);
            return 0;
        });
    }

    @Command(
            description = {
                "Its schedule rests: slots that pass meanwhile are owed to nobody. By hand it is sent as ever.",
                "An edition that is being sent goes on; \"editions pause\" stops that. One that is planned goes when its time"
                        + " comes; \"editions cancel\" takes it back."
            })
    int pause(@Parameters(paramLabel = "NEWSLETTER", description = ITS_KEY) NewsletterKey key) {
        return saying(app -> {
            if (app.newsletters().pause(key)) {
                tell(app, key, "paused");
            }
            return key + " is paused: nothing goes by its schedule until \"newsletters resume " + key + "\"."
                    + stillPlanned(app, key);
        });
    }

    @Command(description = "Its schedule goes on from now.")
    int resume(@Parameters(paramLabel = "NEWSLETTER", description = ITS_KEY) NewsletterKey key) {
        return saying(app -> {
            var newsletters = app.newsletters();
            if (newsletters.resume(key)) {
                tell(app, key, "resumed");
            }
            return key + " goes on: "
                    + NewsletterAnswer.of(app, newsletters.get(key)).due() + ".";
        });
    }

    @Command(
            description = {
                "Ends a newsletter. Its editions, their figures and web versions stay, and each unsubscribe link works on;"
                        + " what is planned of it is taken back.",
                "\"newsletters apply\" brings it back. Its lists stay: see \"lists remove\"."
            })
    int remove(
            @Parameters(paramLabel = "NEWSLETTER", description = ITS_KEY) NewsletterKey key,
            @Option(names = "--yes", description = "Do not ask.") boolean withoutAsking) {
        return saying(app -> {
            var newsletter = app.newsletters().get(key);
            app.editions().unfinished(key).ifPresent(issue -> {
                throw new IllegalArgumentException(
                        "Edition %d of %s is not done. Wait until it is, or end it: editions cancel %d."
                                .formatted(issue.id(), key, issue.id()));
            });
            if (!withoutAsking) {
                Question.ask("Remove \"%s\" (%s)?".formatted(newsletter.title(), key), "Nothing was removed");
            }
            var plans = app.plans().of(key);
            app.newsletters().remove(key);
            tell(app, key, "removed");
            plans.forEach(plan -> app.planning().takeBack(plan, Person.here()));
            return key + " is removed. What it sent stays, and so do its lists: "
                    + newsletter.listsInARow() + "."
                    + (plans.isEmpty() ? "" : " Taken back with it, as planned: " + slots(plans, newsletter) + ".");
        });
    }

    /** A plan is no schedule: somebody wants that one edition. */
    private static String stillPlanned(App app, NewsletterKey key) {
        var plans = app.plans().of(key);
        return plans.isEmpty()
                ? ""
                : " What is planned by hand goes all the same: %s. \"editions cancel %d\" takes it back."
                        .formatted(
                                slots(plans, app.newsletters().get(key)),
                                plans.get(0).id());
    }

    private static String slots(List<Issue> plans, Newsletter newsletter) {
        return plans.stream()
                .map(plan -> "edition %d for %s".formatted(plan.id(), new Moment(plan.slot(), newsletter.zone())))
                .collect(Collectors.joining(", "));
    }

    private static void tell(App app, NewsletterKey key, String what) {
        app.journal().tell("Newsletter %s: %s by %s".formatted(key, what, Person.here()));
    }
}
