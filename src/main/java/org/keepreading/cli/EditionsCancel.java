package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.delivery.Control;
import org.keepreading.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code editions cancel}: whoever has not got it never will. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Ends the edition for good: whoever has not got it never will.")
final class EditionsCancel implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StopOptions options = new StopOptions();

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsCancel(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var id = options.edition().in(app.getBean(Editions.class)).id();
            StandAnswer.of(app.getBean(Control.class).cancel(id, options.reason()))
                    .print(spec.commandLine().getOut(), json, "is cancelled", "Whoever has not got it never will.");
            return 0;
        }
    }
}
