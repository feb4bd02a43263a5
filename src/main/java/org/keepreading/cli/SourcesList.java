package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sources list}: the feeds that are polled, and how the last fetch of each went. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "The feeds that are polled, and how the last fetch of each went.")
final class SourcesList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    SourcesList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(app.sources().all());
            return 0;
        });
    }

    private void print(List<Source> sources) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(sources.stream().map(SourcesList::answer).toList()));
        } else {
            sources.forEach(source -> out.printf(
                    "%-20s %s, every %s, %s%n",
                    source.key(), source.url(), FetchPause.text(source.every()), health(source)));
        }
    }

    private static String health(Source source) {
        if (source.failures() > 0) {
            return "failed %d times, next try %s: %s"
                    .formatted(source.failures(), Moment.utc(source.nextFetchAt()), source.lastProblem());
        }
        return source.lastReadAt() == null ? "not read yet" : "read %s".formatted(Moment.utc(source.lastReadAt()));
    }

    private static Map<String, @Nullable Object> answer(Source source) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("key", source.key().value());
        answer.put("url", source.url());
        answer.put("every", source.every().toString());
        answer.put("lastRead", source.lastReadAt());
        answer.put("nextFetch", source.nextFetchAt());
        answer.put("failures", source.failures());
        answer.put("lastProblem", source.lastProblem());
        return answer;
    }
}
