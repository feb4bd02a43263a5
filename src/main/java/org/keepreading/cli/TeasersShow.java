package org.keepreading.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Teaser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teasers show}: all of one teaser. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "All that is known of a teaser.")
final class TeasersShow implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TEASER", description = "Its number.")
    private TeaserNumber number;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    TeasersShow(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var teasers = app.teasers();
            var teaser = teasers.get(number.id());
            print(teaser, teasers.twins(teaser));
            return 0;
        });
    }

    private void print(Teaser teaser, List<Teaser> twins) {
        if (json) {
            spec.commandLine().getOut().println(Json.of(TeaserAnswer.with(teaser, twins)));
            return;
        }
        print("headline", teaser.headline());
        print("dek", teaser.dek());
        print("address", teaser.url());
        print("section", teaser.section());
        print("source", teaser.source() + ", guid " + teaser.guid());
        print("published", Moment.utc(teaser.publishedAt()));
        print("author", teaser.author() == null ? null : teaser.author().name());
        print("picture", teaser.image() == null ? null : teaser.image().url());
        print("caption", teaser.image() == null ? null : teaser.image().caption());
        print("paid for by", teaser.sponsor());
        twins.forEach(twin -> print("also as", "teaser " + twin.id() + " from source " + twin.source()));
        print("pinned", teaser.pinned() ? "yes" : null);
        print("hidden", teaser.hidden() ? "yes" : null);
        teaser.excerpt()
                .forEach(paragraph ->
                        print("", Jsoup.parseBodyFragment(paragraph).text()));
    }

    private void print(String label, @Nullable Object value) {
        if (value != null) {
            spec.commandLine().getOut().printf("%-12s %s%n", label, Objects.toString(value));
        }
    }
}
