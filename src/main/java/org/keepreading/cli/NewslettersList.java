package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
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
        return installation.with(app -> {
            print(answers(app.newsletters(), app.clock().instant()));
            return 0;
        });
    }

    private static List<NewsletterAnswer> answers(Newsletters newsletters, Instant now) {
        return newsletters.all().stream()
                .map(newsletter -> NewsletterAnswer.of(newsletters, newsletter, now))
                .toList();
    }

    private void print(List<NewsletterAnswer> answers) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answers));
        } else {
            answers.forEach(answer -> {
                out.printf("%-20s %s (%s)%n", answer.key(), answer.title(), answer.due());
                answer.mistakes().forEach(mistake -> out.println("  x " + mistake));
            });
        }
    }
}
