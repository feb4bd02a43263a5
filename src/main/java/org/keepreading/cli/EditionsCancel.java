package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private String edition;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "by hand",
            description = "Why; \"editions show\" says it (default: ${DEFAULT-VALUE}).")
    private String reason;

    EditionsCancel(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var editions = app.getBean(Editions.class);
            var issue = editions.cancel(new EditionName(edition).in(editions).id(), reason);
            spec.commandLine().getOut().printf("Edition %d of %s is cancelled.%n", issue.id(), issue.newsletter());
            return 0;
        }
    }
}
