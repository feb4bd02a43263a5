package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code editions pause}: no message leaves until it is resumed. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = "No message of the edition leaves until it is resumed.")
final class EditionsPause implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StopOptions options = new StopOptions();

    EditionsPause(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var editions = app.getBean(Editions.class);
            var issue = editions.pause(options.edition().in(editions).id(), options.reason());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Edition %d of %s is paused. \"editions resume\" goes on where it stopped.%n",
                            issue.id(), issue.newsletter());
            return 0;
        }
    }
}
