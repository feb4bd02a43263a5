package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.SubscriberCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code subscribers count}: how many there are, by status. */
@Command(name = "count", mixinStandardHelpOptions = true, description = "How many subscribers there are, by status.")
final class SubscribersCount implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", paramLabel = "KEY", description = "Only who is on this list (default: everybody).")
    private @Nullable ListKey list;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    SubscribersCount(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.saying(spec, app -> {
            if (list != null) {
                KnownLists.of(app).get(list);
            }
            var count = app.subscriberCounts().of(list);
            return json ? Json.of(answer(count)) : sentence(count);
        });
    }

    private static Map<String, Long> answer(SubscriberCounts.Count count) {
        var answer = new LinkedHashMap<String, Long>();
        answer.put("all", count.all());
        count.byStatus().forEach((status, n) -> answer.put(status.word(), n));
        return answer;
    }

    private static String sentence(SubscriberCounts.Count count) {
        return "%,d: %s"
                .formatted(
                        count.all(),
                        count.byStatus().entrySet().stream()
                                .map(entry -> "%,d %s"
                                        .formatted(
                                                entry.getValue(), entry.getKey().word()))
                                .collect(joining(", ")));
    }
}
