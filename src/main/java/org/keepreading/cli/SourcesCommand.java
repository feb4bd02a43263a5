package org.keepreading.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.FeedAddress;
import org.keepreading.source.Fetched;
import org.keepreading.source.Source;
import org.keepreading.source.SourceKey;
import org.keepreading.teaser.Section;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sources}: the feeds that are polled. */
@Command(name = "sources", description = "The feeds that are polled.")
final class SourcesCommand extends InstallationCommand {
    @Command(description = "Polls a feed (RSS, Atom, JSON Feed, teasers.json or CSV) from now on.")
    int add(
            @Parameters(paramLabel = "KEY", description = "What to call it, such as \"city-desk\".") SourceKey key,
            @Parameters(paramLabel = "URL", description = "The feed's address.") FeedAddress address,
            @Option(
                            names = "--every",
                            paramLabel = "DURATION",
                            defaultValue = "15m",
                            description = "The pause between two fetches (default: ${DEFAULT-VALUE}).")
                    FetchPause every,
            @Mixin RuleOptions options) {
        return installation().withOrBegin(app -> {
            var rules = options.rules();
            var source = Source.of(
                    key, address.value(), every.length(), rules, app.clock().instant());
            var section = rules.defaultSection();
            if (section != null) {
                app.sections().ensure(Section.named(section));
            }
            app.sources().add(source);
            out().printf(
                            "Source %s is fetched every %s while the server runs, and now by \"sources fetch %s\".%n",
                            key, every, key);
            return 0;
        });
    }

    @Command(description = "The feeds that are polled, and how the last fetch of each went.")
    int list(@Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> listed(json, app.sources().all(), Answer::of, SourcesCommand::line));
    }

    private static String line(Source source) {
        return "%-20s %s, every %s, %s"
                .formatted(source.key(), source.url(), FetchPause.text(source.every()), health(source));
    }

    private static String health(Source source) {
        if (source.failures() > 0) {
            return "failed %d times, next try %s: %s"
                    .formatted(source.failures(), Moment.utc(source.nextFetchAt()), source.lastProblem());
        }
        return source.lastReadAt() == null ? "not read yet" : "read %s".formatted(Moment.utc(source.lastReadAt()));
    }

    @Command(description = "Polls a feed no more; the teasers that it brought stay.")
    int remove(@Parameters(paramLabel = "KEY", description = "The source's key.") SourceKey key) {
        return saying(app -> {
            app.sources().remove(key);
            return "Source %s is polled no more; its teasers stay.".formatted(key);
        });
    }

    @Command(
            description =
                    "Reads feeds now, due or not, and reports what was new, updated, unchanged, and refused with the reason.")
    int fetch(
            @Parameters(paramLabel = "KEY", arity = "0..*", description = "The sources' keys (default: all).") @Nullable
                    List<SourceKey> keys,
            @Option(names = "--json", description = "The answer for a script: each source's report by its key.")
                    boolean json) {
        return installation().with(app -> {
            var outcomes = new LinkedHashMap<String, Fetched>();
            (keys != null ? keys : app.sources().all().stream().map(Source::key).toList())
                    .forEach(key -> outcomes.put(key.value(), app.feeds().fetch(key)));
            report(outcomes, json);
            return outcomes.values().stream().anyMatch(Fetched::hasFailed) ? 1 : 0;
        });
    }

    private void report(Map<String, Fetched> outcomes, boolean json) {
        if (json) {
            var answers = new LinkedHashMap<String, Object>();
            outcomes.forEach((key, fetched) -> answers.put(key, answer(fetched)));
            out().println(Json.of(answers));
        } else {
            outcomes.forEach(this::report);
        }
    }

    private void report(String key, Fetched fetched) {
        (fetched.hasFailed() ? err() : out()).printf("%s: %s%n", key, Laid.lines(fetched.lines()));
    }

    private static Object answer(Fetched fetched) {
        if (fetched instanceof Fetched.Read read) {
            return read.report();
        }
        return fetched instanceof Fetched.Failed failed
                ? Map.of("problem", failed.problem())
                : Map.of("notModified", true);
    }

    /** A source for a script. */
    record Answer(
            String key,
            String url,
            String every,
            @Nullable Instant lastRead,
            Instant nextFetch,
            int failures,
            @Nullable String lastProblem) {

        static Answer of(Source source) {
            return new Answer(
                    source.key().value(),
                    source.url(),
                    source.every().toString(),
                    source.lastReadAt(),
                    source.nextFetchAt(),
                    source.failures(),
                    source.lastProblem());
        }
    }
}
