package org.keepreading.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.letter.DomainKey;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys create}: a key, and the records to publish. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Makes a key, which does not sign yet, and prints the records to publish in the DNS.")
final class KeysCreate implements Callable<Integer> {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("'kr'yyyyMMdd").withZone(ZoneOffset.UTC);
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The part behind the @ of the sender's address.")
    private SigningDomain domain;

    @Option(
            names = "--selector",
            paramLabel = "SELECTOR",
            description = "What tells the domain's keys apart (default: kr and today's date).")
    private @Nullable Selector selector;

    @Option(names = "--rsa-only", description = "No second key for Ed25519, which is short and new.")
    private boolean rsaOnly;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    KeysCreate(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(create(app));
            return 0;
        });
    }

    private DomainKey create(App app) {
        var keys = app.signingKeys();
        var name = selector == null ? new Selector(DAY.format(app.clock().instant())) : selector;
        return rsaOnly ? keys.createForRsaAlone(domain, name) : keys.create(domain, name);
    }

    private void print(DomainKey key) {
        var out = spec.commandLine().getOut();
        var answer = new KeyAnswer(key);
        if (json) {
            out.println(Json.of(answer.forScripts()));
        } else {
            out.println("Publish in the DNS of " + key.domain() + ":");
            answer.lines().forEach(out::println);
            out.println("Then: keys use " + key.domain() + " " + key.selector());
        }
    }
}
