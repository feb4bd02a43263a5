package org.keepreading.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.keepreading.letter.DomainKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys remove}: forgets a key that signs no more. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Forgets a key that signs no more; its records may then go from the DNS.",
            "Refused for a week after it signed: what it signed may still be on its way."
        })
final class KeysRemove implements Callable<Integer> {
    private static final Duration ON_THE_WAY = Duration.ofDays(7);
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Option(names = "--force", description = "Without waiting for a week.")
    private boolean force;

    KeysRemove(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var keys = app.signingKeys();
            var key = options.in(keys);
            check(key, app.clock().instant());
            keys.remove(key);
            var out = spec.commandLine().getOut();
            out.printf("Key %s of %s is gone. Delete from the DNS:%n", key.selector(), key.domain());
            key.records().forEach(record -> out.println(record.name()));
            return 0;
        });
    }

    private void check(DomainKey key, Instant now) {
        if (key.signs()) {
            throw new IllegalArgumentException("Key %s signs what %s sends. Use another, or \"keys stop %s\", first."
                    .formatted(key.selector(), key.domain(), key.domain()));
        }
        var retired = key.retiredAt();
        if (!force && retired != null && now.isBefore(retired.plus(ON_THE_WAY))) {
            throw new IllegalArgumentException("What key %s signed may still be on its way. Remove it after %s."
                    .formatted(key.selector(), Moment.utc(retired.plus(ON_THE_WAY))));
        }
    }
}
