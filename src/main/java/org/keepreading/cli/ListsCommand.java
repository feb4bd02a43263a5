package org.keepreading.cli;

import java.util.List;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.subscriber.NamedList;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lists}: what subscribers are on, and newsletters go to. */
@Command(name = "lists", description = "The lists that subscribers are on and newsletters go to.")
final class ListsCommand extends InstallationCommand {
    /** A list for a script. */
    record Answer(String key, String title, long active, long subscribed, List<String> newsletters) {}

    @Command(
            description =
                    "The lists: how many are on each and how many of them get mail, and the newsletters that go to it.")
    int list(@Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var answers =
                    app.lists().all().stream().map(list -> answer(app, list)).toList();
            return json ? Json.of(answers) : table(answers);
        });
    }

    private static Answer answer(App app, NamedList list) {
        var counts = app.subscriberCounts().of(list.key());
        return new Answer(list.key().value(), list.title(), counts.active(), counts.all(), namedBy(app, list.key()));
    }

    private static List<String> namedBy(App app, ListKey list) {
        return app.newsletters().all().stream()
                .filter(newsletter -> newsletter.lists().contains(list))
                .map(Newsletter::key)
                .map(Object::toString)
                .toList();
    }

    private static Laid table(List<Answer> answers) {
        return Laid.lines(
                answers.isEmpty()
                        ? List.of("There is no list yet: \"newsletters apply\" makes those that a newsletter names.")
                        : answers.stream().map(ListsCommand::line).toList());
    }

    private static String line(Answer list) {
        return "%-20s %s: %,d active of %,d; %s"
                .formatted(
                        list.key(),
                        list.title(),
                        list.active(),
                        list.subscribed(),
                        list.newsletters().isEmpty()
                                ? "no newsletter goes to it"
                                : "for " + String.join(", ", list.newsletters()));
    }

    @Command(description = "Gives a list another title, which readers may see; its key stays.")
    int rename(
            @Parameters(paramLabel = "LIST", description = "Its key.") ListKey key,
            @Parameters(paramLabel = "TITLE", description = "The new title.") String title) {
        if (title.isBlank() || title.strip().length() > NamedList.LONGEST_TITLE) {
            throw new IllegalArgumentException("A list's title has 1 to %d letters; \"%s\" was left as it was."
                    .formatted(NamedList.LONGEST_TITLE, key));
        }
        return saying(app -> {
            var before = KnownLists.of(app).get(key);
            app.lists().rename(key, title.strip());
            return "List \"%s\" is called \"%s\" now; it was \"%s\".".formatted(key, title.strip(), before.title());
        });
    }

    @Command(
            description = {
                "Takes everybody off a list, and the list away. The subscribers stay, and so does what they were sent;"
                        + " who had left it has left it still, should it be made again.",
                "A list that a newsletter names is not removed."
            })
    int remove(
            @Parameters(paramLabel = "LIST", description = "Its key.") ListKey key,
            @Option(names = "--yes", description = "Do not ask.") boolean withoutAsking) {
        return saying(app -> {
            refuseIfNeeded(app, KnownLists.of(app).get(key).key());
            if (!withoutAsking) {
                Question.ask(
                        "Remove list \"%s\", with %,d subscribers on it?"
                                .formatted(key, app.subscriberCounts().of(key).all()),
                        "Nothing was removed");
            }
            return "List \"%s\" is removed; %,d were on it."
                    .formatted(key, app.lists().remove(key));
        });
    }

    private static void refuseIfNeeded(App app, ListKey key) {
        var newsletters = namedBy(app, key);
        if (!newsletters.isEmpty()) {
            throw new IllegalArgumentException(
                    "List \"%s\" is named by %s. Take it out of that file and apply it, or remove the newsletter, first."
                            .formatted(key, String.join(", ", newsletters)));
        }
        app.audiences().unfinished(key).ifPresent(edition -> {
            throw new IllegalArgumentException(
                    "Edition %d is being sent to list \"%s\". Wait until it is done, or end it: editions cancel %d."
                            .formatted(edition, key, edition));
        });
    }
}
