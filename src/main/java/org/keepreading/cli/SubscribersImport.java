package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Closest;
import org.keepreading.subscriber.Status;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.subscriber.Tally;
import org.keepreading.teaser.Sections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscribers import}: a subscribers.csv onto a list, with a report of each line that is refused. */
@Command(
        name = "import",
        description = {
            "Puts the people of a CSV file on a list, and says of each line that is refused what is wrong with it.",
            "The first line names the columns: email, and any of name, language, zone, sections (keys, \";\" between) and"
                    + " status; others are kept as attributes. Commas, semicolons or tabs divide them.",
            "Whoever is known already is updated; an empty cell changes nothing. Whoever unsubscribed, bounced, complained,"
                    + " is suppressed or was erased stays so."
        })
final class SubscribersImport extends InstallationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.csv", description = "The file.")
    private Path file;

    @Option(names = "--list", required = true, paramLabel = "KEY", description = "The list.")
    private ListKey list;

    @Option(
            names = "--status",
            paramLabel = "WORD=STATUS",
            description = {
                "What another program's word for a status means, such as --status blocklisted=unsubscribed or"
                        + " --status false=unsubscribed; once for each word.",
                "STATUS is active, pending, paused, unsubscribed, bounced or complained. Lines with a word that is not"
                        + " known are refused."
            })
    private Map<String, Status> statusWords = new HashMap<>();

    @Option(names = "--new-list", description = "Make the list where there is none.")
    private boolean newList;

    @Option(
            names = "--new-sections",
            description = "Take sections that no newsletter and no teaser has; without this such a line is refused.")
    private boolean newSections;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("There is no file \"" + file + "\" that can be read.");
        }
        try {
            var tally = installation().withOrBegin(this::read);
            return tally.taken() == 0 && tally.refused() > 0 ? 1 : 0;
        } catch (IOException e) {
            throw new IllegalArgumentException("\"" + file + "\" broke off while it was read: " + e.getMessage(), e);
        }
    }

    private Consumer<SubscriberEntry> check(App app) {
        return newSections ? entry -> {} : KnownSections.of(app.sections());
    }

    private Tally read(App app) throws IOException {
        var listIsNew = KnownLists.of(app).ensure(list, newList);
        var out = out();
        var report =
                json ? new SubscribersReport.ForScripts(out) : new SubscribersReport.ForPeople(out, list, listIsNew);
        var tally = app.subscriberImport().read(file, list, statusWords, check(app), report::refused);
        report.total(tally);
        return tally;
    }

    /** The sections that newsletters and teasers have: what a subscriber may choose. */
    record KnownSections(Set<String> keys) implements Consumer<SubscriberEntry> {

        static KnownSections of(Sections sections) {
            return new KnownSections(sections.all().stream()
                    .map(section -> section.key().value())
                    .collect(Collectors.toSet()));
        }

        /** @throws IllegalArgumentException that names a section which there is not, and the nearest that there is */
        @Override
        public void accept(SubscriberEntry entry) {
            entry.sections().stream()
                    .filter(key -> !keys.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new IllegalArgumentException("No newsletter and no teaser has a section \"" + key + "\"."
                                + Closest.to(key, keys)
                                        .map(near -> " Did you mean \"" + near + "\"?")
                                        .orElse("")
                                + " Add --new-sections to take it as it is.");
                    });
        }
    }
}
