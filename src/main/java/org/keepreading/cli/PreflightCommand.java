package org.keepreading.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keepreading.publishing.Trouble;
import org.keepreading.publishing.Trouble.Weight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code preflight}: every check before a send. */
@Command(
        name = "preflight",
        description = {
            "Makes every check before a send: template, stories, audience, public address, relay.",
            "Prints a line for each trouble, with what to do; exit status 1 if there is any.",
            "What can't be mended once a mail has left (x) stops every send but \"send --test\"; with any other trouble (-) a send"
                    + " comes to nothing, or waits. A warning (!) keeps nobody from sending."
        })
final class PreflightCommand extends InstallationCommand implements Callable<Integer> {
    @Mixin
    private SlotOptions options = new SlotOptions();

    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        return installation().with(app -> {
            var preflight = app.preflight();
            var slot = options.slot(app);
            return print(new RelayWait(err()).during(() -> preflight.troubles(options.newsletter(), slot)));
        });
    }

    private int print(List<Trouble> troubles) {
        var ready = troubles.stream().allMatch(trouble -> trouble.weight() == Weight.WARNS);
        var out = out();
        if (json) {
            out.println(
                    Json.of(new Answers(ready, troubles.stream().map(Answer::of).toList())));
        } else {
            troubles.forEach(trouble -> out.println(line(trouble)));
            out.println(ready ? "Ready to send." : left(troubles));
        }
        return ready ? 0 : 1;
    }

    /** A trouble for a script. */
    record Answer(String weight, String sentence) {
        static Answer of(Trouble trouble) {
            return new Answer(trouble.weight().name().toLowerCase(Locale.ROOT), trouble.sentence());
        }
    }

    /** All there is for a script. */
    record Answers(boolean ready, List<Answer> troubles) {}

    private static String left(List<Trouble> troubles) {
        var stops = troubles.stream().filter(Trouble::stops).count();
        var all = troubles.stream()
                .filter(trouble -> trouble.weight() != Weight.WARNS)
                .count();
        return all + " to put right before a send"
                + (stops == 0 ? "." : ", " + stops + " of which nothing is sent with.");
    }

    private static String line(Trouble trouble) {
        return switch (trouble.weight()) {
                    case STOPS -> "x ";
                    case HINDERS -> "- ";
                    case WARNS -> "! ";
                }
                + trouble.sentence();
    }
}
