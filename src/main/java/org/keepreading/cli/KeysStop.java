package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.letter.SigningDomain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys stop}: signs a domain's messages no more. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description =
                "Signs the domain's messages no more, from the next edition on: for a relay that signs by itself.")
final class KeysStop implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The part behind the @ of the sender's address.")
    private SigningDomain domain;

    KeysStop(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            app.signingKeys().stop(domain);
            spec.commandLine().getOut().printf("From the next edition on, no key of %s signs.%n", domain);
            return 0;
        });
    }
}
