package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Issue;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code live}: whether this installation is the one that sends, and not a copy or a backup of it. */
@Command(
        name = "live",
        description = {
            "Says whether this installation is the one that sends. After a restore from a backup, and on a copy of the"
                    + " database, sending waits until somebody says that this is the one.",
            "Exit status 1 while it waits."
        })
final class LiveCommand extends InstallationCommand implements Callable<Integer> {
    @Option(
            names = "--confirm",
            description = "This is the one: from now on it sends, and what it has left to send goes out.")
    private boolean confirm;

    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        return installation().with(app -> {
            if (confirm) {
                app.liveInstallation().confirm();
            }
            var answer = Answer.of(app);
            say(json ? Json.of(answer) : Laid.lines(lines(answer, new NewsletterZones(app.newsletters()))));
            return answer.live() ? 0 : 1;
        });
    }

    private static List<String> lines(Answer answer, NewsletterZones zones) {
        var sends =
                answer.live() ? "This installation is the live one: it sends." : "Nothing is sent. " + answer.doubt();
        return Stream.concat(
                        Stream.of(sends),
                        answer.left().stream()
                                .map(left -> "Left to send: edition %d of %s for %s to %,d."
                                        .formatted(
                                                left.edition(),
                                                left.newsletter(),
                                                zones.moment(left.slot(), new NewsletterKey(left.newsletter())),
                                                left.readers())))
                .toList();
    }

    /**
     * Whether this installation is the one that sends.
     *
     * @param doubt why nobody knows; {@code null}: it is
     * @param left the editions that it would go on with
     */
    record Answer(boolean live, @Nullable String doubt, List<Left> left) {

        /** An edition, and how many have not got it. */
        record Left(long edition, String newsletter, Instant slot, long readers) {}

        static Answer of(App app) {
            var doubt = app.liveInstallation().doubt();
            return new Answer(
                    doubt.isEmpty(),
                    doubt.orElse(null),
                    app.editions().sending().stream()
                            .map(issue -> left(app, issue))
                            .toList());
        }

        private static Left left(App app, Issue issue) {
            return new Left(
                    issue.id(),
                    issue.newsletter().value(),
                    issue.slot(),
                    app.deliveries().progress(issue.id()).left());
        }
    }
}
