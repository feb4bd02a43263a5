package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsletters list}: which there are, and when each is due. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Which newsletters there are, and when each is due.")
final class NewslettersList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    NewslettersList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            print(app.getBean(Newsletters.class).all(), app.getBean(Clock.class).instant());
            return 0;
        }
    }

    private void print(List<Newsletter> newsletters, Instant now) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(newsletters.stream()
                    .map(newsletter -> NewsletterAnswer.of(newsletter, now))
                    .toList()));
        } else {
            newsletters.forEach(newsletter -> line(out, newsletter, now));
        }
    }

    private static void line(PrintWriter out, Newsletter newsletter, Instant now) {
        out.printf("%-20s %s (%s)%n", newsletter.key(), newsletter.title(), NewsletterAnswer.due(newsletter, now));
    }
}
