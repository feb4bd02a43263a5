package org.keepreading.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.keepreading.doctor.Finding;
import org.keepreading.doctor.Finding.Grade;
import org.keepreading.letter.DomainKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys use}: signs the domain's messages with this key from now on. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description = {
            "Signs the domain's messages with this key, from the next edition on; the one before it is retired.",
            "Refused where the DNS does not have its records: signatures that nobody can check are worse than none."
        })
final class KeysUse implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Option(names = "--force", description = "Without looking into the DNS.")
    private boolean force;

    KeysUse(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var keys = app.signingKeys();
            var key = options.in(keys);
            var missing = missing(app, key);
            if (!missing.isEmpty()) {
                return refuse(missing);
            }
            keys.use(key);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "From the next edition on, key %s signs what %s sends. Leave the records of the one before it"
                                    + " published for a week.%n",
                            key.selector(), key.domain());
            return 0;
        });
    }

    private List<Finding> missing(App app, DomainKey key) {
        return force
                ? List.of()
                : app.keyInDns().findings(key).stream()
                        .filter(finding -> finding.grade() != Grade.OK)
                        .toList();
    }

    private int refuse(List<Finding> missing) {
        var err = spec.commandLine().getErr();
        missing.forEach(finding -> err.println(new FindingText(finding).lines()));
        err.println("Nothing was changed. The DNS can take hours to show a new record; --force does not wait for it.");
        return 1;
    }
}
