package org.keepreading.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys show}: a key's records once more. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a key's records for the DNS once more.")
final class KeysShow implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    KeysShow(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var answer = new KeyAnswer(options.in(app.signingKeys()));
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.of(answer.forScripts()));
            } else {
                answer.lines().forEach(out::println);
            }
            return 0;
        });
    }
}
