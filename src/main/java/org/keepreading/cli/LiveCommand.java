package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.address.NewsletterKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code live}: whether this installation is the one that sends, and not a copy or a backup of it. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether this installation is the one that sends. After a restore from a backup, and on a copy of the"
                    + " database, sending waits until somebody says that this is the one.",
            "Exit status 1 while it waits."
        })
final class LiveCommand implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--confirm",
            description = "This is the one: from now on it sends, and what it has left to send goes out.")
    private boolean confirm;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    LiveCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            if (confirm) {
                app.liveInstallation().confirm();
            }
            var answer = LiveAnswer.of(app);
            say(answer, new NewsletterZones(app.newsletters()));
            return answer.live() ? 0 : 1;
        });
    }

    private void say(LiveAnswer answer, NewsletterZones zones) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer));
        } else {
            out.println(
                    answer.live()
                            ? "This installation is the live one: it sends."
                            : "Nothing is sent. " + answer.doubt());
            answer.left().forEach(left -> out.println("Left to send: " + edition(left, zones)));
        }
    }

    private static String edition(LiveAnswer.Left left, NewsletterZones zones) {
        return "edition %d of %s for %s to %,d."
                .formatted(
                        left.edition(),
                        left.newsletter(),
                        zones.moment(left.slot(), new NewsletterKey(left.newsletter())),
                        left.readers());
    }
}
