package org.keepreading.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.FeedAddress;
import org.keepreading.source.ImportReport;
import org.keepreading.source.Rules;
import org.keepreading.source.Source;
import org.keepreading.source.SourceKey;
import org.keepreading.source.Sources;
import org.keepreading.teaser.WebHost;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: brings teasers in, once. */
@Command(
        name = "import",
        description = {
            "Brings teasers in from a file or an address, once: RSS, Atom, JSON Feed, teasers.json or CSV.",
            "The report says what was new, updated, unchanged, and refused with the reason."
        })
final class ImportCommand extends InstallationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|URL", description = "Where the teasers are; an address begins with http.")
    private String place;

    @Option(
            names = "--source",
            paramLabel = "KEY",
            description =
                    "Whose teasers these are: the same guid again updates (default: the file's name or the address's host).")
    private @Nullable SourceKey key;

    @Mixin
    private RuleOptions options = new RuleOptions();

    @Option(names = "--json", description = "The report for a script.")
    private boolean json;

    @Override
    public Integer call() {
        checkPlace();
        return installation().withOrBegin(app -> {
            var report = take(app);
            out().println(json ? Json.of(report) : Laid.lines(report.lines()));
            return report.tookNothing() ? 1 : 0;
        });
    }

    /** Before an installation begins for it. */
    private void checkPlace() {
        if (isAddress()) {
            address();
        } else if (!Files.isReadable(Path.of(place))) {
            throw new IllegalArgumentException("There is no file \"" + place + "\" that can be read.");
        }
    }

    private FeedAddress address() {
        return new FeedAddress(place);
    }

    private ImportReport take(App app) {
        var feeds = app.feeds();
        var known = known(app.sources());
        var source = known.map(Source::key).orElseGet(this::keyOfPlace);
        var rules = rules(known);
        return isAddress() ? feeds.importFrom(place, source, rules) : feeds.importFile(Path.of(place), source, rules);
    }

    private Optional<Source> known(Sources sources) {
        return key == null ? sources.at(place) : sources.find(key);
    }

    private SourceKey keyOfPlace() {
        return key != null ? key : SourceKey.of(isAddress() ? host() : fileName());
    }

    /** What the command line says, else what is known of the source. */
    private Rules rules(Optional<Source> known) {
        var said = options.rules();
        return said.isEmpty() ? known.map(Source::rules).orElse(said) : said;
    }

    private boolean isAddress() {
        return place.matches("(?i)https?:.*");
    }

    private String host() {
        return WebHost.of(URI.create(address().value())).orElse("web");
    }

    private String fileName() {
        return Path.of(place)
                .toAbsolutePath()
                .normalize()
                .getFileName()
                .toString()
                .replaceFirst("(\\.[A-Za-z]{1,5})+$", "");
    }
}
