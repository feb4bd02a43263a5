package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code editions resume}: goes on where it was paused; nobody gets it twice. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on where the edition was paused; nobody gets it twice.")
final class EditionsResume implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private String edition;

    EditionsResume(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var app = installation.open()) {
            var editions = app.getBean(Editions.class);
            var issue = editions.resume(new EditionName(edition).in(editions).id());
            spec.commandLine().getOut().printf("Edition %d of %s goes on.%n", issue.id(), issue.newsletter());
            return 0;
        }
    }
}
