package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.source.FeedAddress;
import org.keepreading.source.Source;
import org.keepreading.source.SourceKey;
import org.keepreading.teaser.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources add}: a feed to poll from now on. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Polls a feed (RSS, Atom, JSON Feed, teasers.json or CSV) from now on.")
final class SourcesAdd implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KEY", description = "What to call it, such as \"city-desk\".")
    private SourceKey key;

    @Parameters(index = "1", paramLabel = "URL", description = "The feed's address.")
    private FeedAddress address;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "15m",
            description = "The pause between two fetches (default: ${DEFAULT-VALUE}).")
    private FetchPause every;

    @Mixin
    private RuleOptions options = new RuleOptions();

    SourcesAdd(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.withOrBegin(app -> {
            add(app);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Source %s is fetched every %s while the server runs, and now by \"sources fetch %s\".%n",
                            key, every, key);
            return 0;
        });
    }

    private void add(App app) {
        var rules = options.rules();
        var source = Source.of(
                key, address.value(), every.length(), rules, app.clock().instant());
        var section = rules.defaultSection();
        if (section != null) {
            app.sections().ensure(Section.named(section));
        }
        app.sources().add(source);
    }
}
