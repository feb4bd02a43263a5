package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keepreading.publishing.Trouble;
import org.keepreading.publishing.Trouble.Weight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code preflight}: every check before a send. */
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every check before a send: template, stories, audience, public address, relay.",
            "Prints a line for each trouble, with what to do; exit status 1 if there is any.",
            "What can't be mended once a mail has left (x) stops every send but \"send --test\"; with any other trouble (-) a send"
                    + " comes to nothing, or waits. A warning (!) keeps nobody from sending."
        })
final class PreflightCommand implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SlotOptions options = new SlotOptions();

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    PreflightCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var preflight = app.preflight();
            var slot = options.slot(app);
            return print(new RelayWait(spec.commandLine().getErr())
                    .during(() -> preflight.troubles(options.newsletter(), slot)));
        });
    }

    private int print(List<Trouble> troubles) {
        var ready = troubles.stream().allMatch(trouble -> trouble.weight() == Weight.WARNS);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer(troubles, ready)));
        } else {
            troubles.forEach(trouble -> out.println(line(trouble)));
            out.println(ready ? "Ready to send." : left(troubles));
        }
        return ready ? 0 : 1;
    }

    private static Map<String, Object> answer(List<Trouble> troubles, boolean ready) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("ready", ready);
        answer.put("troubles", troubles.stream().map(PreflightCommand::answer).toList());
        return answer;
    }

    private static Map<String, String> answer(Trouble trouble) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("weight", trouble.weight().name().toLowerCase(Locale.ROOT));
        answer.put("sentence", trouble.sentence());
        return answer;
    }

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
