package org.keepreading.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.OutcomeKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code editions retry}: once more to those whose delivery failed, and to nobody else. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the edition's failed deliveries again, and no others. Whoever has left since is skipped.",
            "A running server sends them; \"send NEWSLETTER --at SLOT\" does without one."
        })
final class EditionsRetry implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private EditionName edition;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description =
                    "Only what failed for this: 5.7 a policy, 5.2 the mailbox, and so on; \"editions show\" lists"
                            + " them (default: all). Addresses that do not exist (5.1) fail again, and cost you the relay's trust.")
    private @Nullable OutcomeKind kind;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsRetry(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            retry(app);
            return 0;
        });
    }

    private void retry(App app) {
        var issue = edition.in(app.editions());
        var failures = app.failures();
        var retried = failures.retry(issue.id(), kind, Person.here());
        StandAnswer.of(app.editionControl().stand(issue.id()))
                .print(
                        spec.commandLine().getOut(),
                        json,
                        "tries %,d failed deliveries again".formatted(retried),
                        rest(failures.byKind(issue.id())));
    }

    static String rest(Map<String, Long> failed) {
        return failed.isEmpty() ? "" : "Failed for good so far: " + listed(failed) + ".";
    }

    static String listed(Map<String, Long> failed) {
        return failed.entrySet().stream()
                .map(entry -> "%,d of class %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
