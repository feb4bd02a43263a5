package org.keepreading.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private EditionName edition;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsResume(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var id = edition.in(app.editions()).id();
            StandAnswer.of(app.editionControl().resume(id, Person.here()))
                    .print(spec.commandLine().getOut(), json, "goes on", "");
            return 0;
        });
    }
}
