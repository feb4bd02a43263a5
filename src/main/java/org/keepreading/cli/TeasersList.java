package org.keepreading.cli;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Teaser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teasers list}: the newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "The teasers in the store, the newest first.")
final class TeasersList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TeaserFilter filter = new TeaserFilter();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private Limit limit;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    TeasersList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(app.teasers().list(filter.most(limit.most())));
            return 0;
        });
    }

    private void print(List<Teaser> teasers) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Json.of(teasers.stream().map(TeaserAnswer::of).toList()));
        } else {
            var first = new HashMap<String, Teaser>();
            teasers.forEach(teaser -> print(teaser, first.putIfAbsent(teaser.article(), teaser)));
        }
    }

    private void print(Teaser teaser, @Nullable Teaser twin) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%6d %s %-16s %s%s%n",
                        teaser.id(),
                        Moment.utc(teaser.publishedAt()),
                        teaser.section(),
                        teaser.headline(),
                        marks(teaser, twin));
    }

    private static String marks(Teaser teaser, @Nullable Teaser twin) {
        return (twin == null ? "" : " (the same article as " + twin.id() + ")")
                + (teaser.pinned() ? " (pinned)" : "")
                + (teaser.hidden() ? " (hidden)" : "")
                + (teaser.sponsor() == null ? "" : " (paid for by " + teaser.sponsor() + ")");
    }
}
