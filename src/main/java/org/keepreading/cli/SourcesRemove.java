package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.source.SourceKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources remove}: polls a feed no more. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Polls a feed no more; the teasers that it brought stay.")
final class SourcesRemove implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", description = "The source's key.")
    private SourceKey key;

    SourcesRemove(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            app.sources().remove(key);
            spec.commandLine().getOut().printf("Source %s is polled no more; its teasers stay.%n", key);
            return 0;
        });
    }
}
