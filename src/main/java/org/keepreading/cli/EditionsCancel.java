package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    EditionsCancel(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var editions = app.getBean(Editions.class);
            var issue = editions.cancel(options.edition().in(editions).id(), options.reason());
            spec.commandLine().getOut().printf("Edition %d of %s is cancelled.%n", issue.id(), issue.newsletter());
            return 0;
        }
    }
}
