package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.publishing.Preflight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code preflight}: every check before a send. */
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every check before a send: template, stories, audience, public address, relay.",
            "Prints a line for each trouble (-), with what to do; exit status 1 if there is any. A warning (!) keeps nobody from"
                    + " sending."
        })
final class PreflightCommand implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SlotOptions options = new SlotOptions();

    PreflightCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var preflight = app.getBean(Preflight.class);
            var troubles = preflight.troubles(options.newsletter(), options.slot(app));
            var out = spec.commandLine().getOut();
            preflight.warnings(options.newsletter()).forEach(warning -> out.println("! " + warning));
            troubles.forEach(trouble -> out.println("- " + trouble));
            out.println(troubles.isEmpty() ? "Ready to send." : troubles.size() + " to put right before a send.");
            return troubles.isEmpty() ? 0 : 1;
        }
    }
}
