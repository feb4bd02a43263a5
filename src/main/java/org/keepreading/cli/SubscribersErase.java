package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.address.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subscribers erase}: the right to be forgotten (GDPR, article 17). */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes all that is known of a person. This cannot be undone.",
            "A keyed hash of the address stays, which tells nobody the address: by it, a later import leaves them out."
        })
final class SubscribersErase implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "Their email address.")
    private EmailAddress address;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean withoutAsking;

    SubscribersErase(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            if (!withoutAsking) {
                Question.ask(
                        "Erase all that is known of %s? This cannot be undone.".formatted(address),
                        "Nobody was erased");
            }
            var was = app.consent().erase(address, Person.here());
            spec.commandLine()
                    .getOut()
                    .println(
                            was
                                    ? address + " is erased, and no import brings it back."
                                    : "Nobody with the address " + address
                                            + " was subscribed; no import brings it in.");
            return 0;
        });
    }
}
