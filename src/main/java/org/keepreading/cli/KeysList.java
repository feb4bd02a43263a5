package org.keepreading.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.keepreading.letter.DomainKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys list}: each domain's keys, and which of them signs. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Each domain's keys, and which of them signs.")
final class KeysList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    KeysList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(app.signingKeys().all());
            return 0;
        });
    }

    private void print(List<DomainKey> keys) {
        var out = spec.commandLine().getOut();
        var answers = keys.stream().map(KeyAnswer::new).toList();
        if (json) {
            out.println(Json.of(answers.stream().map(KeyAnswer::forScripts).toList()));
        } else {
            answers.forEach(answer -> out.printf(
                    "%-30s %-12s %s%n", answer.key().domain(), answer.key().selector(), answer.state()));
        }
    }
}
