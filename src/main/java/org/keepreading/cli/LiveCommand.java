package org.keepreading.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.Live;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletters;
import org.springframework.context.ApplicationContext;
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

    LiveCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var live = app.getBean(Live.class);
            if (confirm) {
                live.confirm();
            }
            return say(app, live);
        }
    }

    private int say(ApplicationContext app, Live live) {
        var doubt = live.doubt();
        spec.commandLine()
                .getOut()
                .println(doubt.map(words -> "Nothing is sent. " + words)
                        .orElse("This installation is the live one: it sends."));
        left(app, spec.commandLine().getOut());
        return doubt.isPresent() ? 1 : 0;
    }

    private static void left(ApplicationContext app, PrintWriter out) {
        var zones = new Zones(app.getBean(Newsletters.class));
        app.getBean(Editions.class)
                .sending()
                .forEach(issue -> out.println("Left to send: " + edition(app, issue, zones)));
    }

    private static String edition(ApplicationContext app, Issue issue, Zones zones) {
        return "edition %d of %s for %s to %,d."
                .formatted(
                        issue.id(),
                        issue.newsletter(),
                        zones.moment(issue.slot(), issue.newsletter()),
                        app.getBean(Deliveries.class).progress(issue.id()).left());
    }
}
