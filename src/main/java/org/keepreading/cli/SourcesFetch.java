package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keepreading.source.Fetched;
import org.keepreading.source.Source;
import org.keepreading.source.SourceKey;
import org.keepreading.source.Sources;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources fetch}: reads feeds now, due or not. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description =
                "Reads feeds now, due or not, and reports what was new, updated, unchanged, and refused with the reason.")
final class SourcesFetch implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "The sources' keys (default: all).")
    private List<SourceKey> keys = List.of();

    @Option(names = "--json", description = "The answer for a script: each source's report by its key.")
    private boolean json;

    SourcesFetch(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var outcomes = fetch(app);
            print(outcomes);
            return outcomes.values().stream().anyMatch(Fetched::hasFailed) ? 1 : 0;
        });
    }

    private Map<String, Fetched> fetch(App app) {
        var feeds = app.feeds();
        var outcomes = new LinkedHashMap<String, Fetched>();
        wanted(app.sources()).forEach(key -> outcomes.put(key.value(), feeds.fetch(key)));
        return outcomes;
    }

    private List<SourceKey> wanted(Sources sources) {
        return keys.isEmpty() ? sources.all().stream().map(Source::key).toList() : keys;
    }

    private void print(Map<String, Fetched> outcomes) {
        if (json) {
            var answers = new LinkedHashMap<String, Object>();
            outcomes.forEach((key, fetched) -> answers.put(key, answer(fetched)));
            spec.commandLine().getOut().println(Json.of(answers));
        } else {
            outcomes.forEach(this::print);
        }
    }

    private void print(String key, Fetched fetched) {
        var command = spec.commandLine();
        (fetched.hasFailed() ? command.getErr() : command.getOut())
                .printf("%s: %s%n", key, Laid.lines(fetched.lines()));
    }

    private static Object answer(Fetched fetched) {
        if (fetched instanceof Fetched.Read read) {
            return read.report();
        }
        return fetched instanceof Fetched.Failed failed
                ? Map.of("problem", failed.problem())
                : Map.of("notModified", true);
    }
}
