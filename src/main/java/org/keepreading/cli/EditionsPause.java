package org.keepreading.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsPause(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var id = options.edition().in(app.editions()).id();
            StandAnswer.of(app.editionControl().pause(id, Person.here(), options.reason()))
                    .print(
                            spec.commandLine().getOut(),
                            json,
                            "is paused",
                            "\"editions resume " + id + "\" goes on where it stopped.");
            return 0;
        });
    }
}
