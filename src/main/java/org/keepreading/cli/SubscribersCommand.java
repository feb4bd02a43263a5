package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.home.OwnersOnly;
import org.keepreading.subscriber.SubscriberCounts;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.subscriber.Way;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscribers}: who reads, as far as an admin decides it. */
@Command(
        name = "subscribers",
        description = "Brings subscribers in and out, and does what they ask for.",
        subcommands = {SubscribersImport.class, SubscribersShow.class})
final class SubscribersCommand extends InstallationCommand {
    private static final String THEIR_ADDRESS = "Their email address.";

    @Command(
            description = {
                "Writes subscribers as CSV, as \"import\" takes it back: UTF-8, commas.",
                "A cell that an office program would run as a formula has an apostrophe before it; \"import\" takes it off again."
            })
    int export(
            @Option(names = "--list", paramLabel = "KEY", description = "Only who is on this list (default: everyone).")
                    @Nullable
                    ListKey list,
            @Option(
                            names = "--out",
                            paramLabel = "FILE.csv",
                            description = "Where to write (default: standard output).")
                    @Nullable
                    Path file)
            throws IOException {
        return installation().with(app -> {
            checkIsThere(app, list);
            if (file == null) {
                app.subscriberExport().write(list, out());
            } else {
                try (var writer = OwnersOnly.writer(file)) {
                    app.subscriberExport().write(list, writer);
                }
            }
            return 0;
        });
    }

    private static void checkIsThere(App app, @Nullable ListKey list) {
        if (list != null) {
            KnownLists.of(app).get(list);
        }
    }

    @Command(description = "Puts one person on a list.")
    int add(
            @Option(names = "--list", required = true, paramLabel = "KEY", description = "The list.") ListKey list,
            @Parameters(paramLabel = "ADDRESS", description = THEIR_ADDRESS) EmailAddress address,
            @Option(names = "--new-list", description = "Make the list where there is none.") boolean newList,
            @Option(names = "--name", paramLabel = "NAME", description = "What they are called.") @Nullable String name,
            @Option(
                            names = "--asked-again",
                            description =
                                    "They left before and asked for it again, or their mail is known to arrive again.")
                    boolean askedAgain) {
        return installation().withOrBegin(app -> {
            KnownLists.of(app).ensure(list, newList);
            if (askedAgain) {
                app.consent().askedAgain(address, list);
            }
            var tally = app.listIntake().take(List.of(SubscriberEntry.of(address, name)), list);
            if (tally.keptUnsubscribed() > 0) {
                throw new IllegalArgumentException(address + whyNot(askedAgain));
            }
            var became = tally.fresh() > 0 ? " is now" : " was known and is";
            out().println(address + became + " on list \"" + list + "\".");
            return 0;
        });
    }

    private static String whyNot(boolean askedAgain) {
        return askedAgain
                ? " is suppressed, which nothing but the one who suppressed it should change."
                : " unsubscribed, bounced, complained, is suppressed or was erased, and stays so."
                        + " If they asked for it again, add --asked-again.";
    }

    /** For who asked by letter, by telephone or by answering a mail. */
    @Command(description = "Ends what somebody gets; no later import brings them back.")
    int unsubscribe(
            @Parameters(paramLabel = "ADDRESS", description = THEIR_ADDRESS) EmailAddress address,
            @Option(names = "--list", paramLabel = "KEY", description = "This list alone (default: everything).")
                    @Nullable
                    ListKey list) {
        return saying(app -> {
            var subscriber = app.subscribers()
                    .find(address)
                    .orElseThrow(() ->
                            new IllegalArgumentException("Nobody with the address " + address + " is subscribed."));
            if (list == null) {
                app.consent().leaveEverything(subscriber.id(), Way.command(Person.here()));
                return address + " is unsubscribed from everything.";
            }
            checkIsThere(app, list);
            app.consent().leave(subscriber.id(), List.of(list), Way.command(Person.here()));
            return address + " is unsubscribed from list \"" + list + "\".";
        });
    }

    /** The right to be forgotten (GDPR, article 17). */
    @Command(
            description = {
                "Deletes all that is known of a person. This cannot be undone.",
                "A keyed hash of the address stays, which tells nobody the address: by it, a later import leaves them out."
            })
    int erase(
            @Parameters(paramLabel = "ADDRESS", description = THEIR_ADDRESS) EmailAddress address,
            @Option(names = "--yes", description = "Do not ask.") boolean withoutAsking) {
        return saying(app -> {
            if (!withoutAsking) {
                Question.ask(
                        "Erase all that is known of %s? This cannot be undone.".formatted(address),
                        "Nobody was erased");
            }
            return app.consent().erase(address, Person.here())
                    ? address + " is erased, and no import brings it back."
                    : "Nobody with the address " + address + " was subscribed; no import brings it in.";
        });
    }

    @Command(description = "How many subscribers there are, by status.")
    int count(
            @Option(
                            names = "--list",
                            paramLabel = "KEY",
                            description = "Only who is on this list (default: everybody).")
                    @Nullable
                    ListKey list,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            checkIsThere(app, list);
            var count = app.subscriberCounts().of(list);
            return json ? Json.of(answer(count)) : sentence(count);
        });
    }

    private static Map<String, Long> answer(SubscriberCounts.Count count) {
        var answer = new LinkedHashMap<String, Long>();
        answer.put("all", count.all());
        count.byStatus().forEach((status, n) -> answer.put(status.word(), n));
        return answer;
    }

    private static String sentence(SubscriberCounts.Count count) {
        var byStatus = count.byStatus().entrySet().stream()
                .map(entry ->
                        "%,d %s".formatted(entry.getValue(), entry.getKey().word()))
                .collect(joining(", "));
        return "%,d: %s".formatted(count.all(), byStatus);
    }
}
