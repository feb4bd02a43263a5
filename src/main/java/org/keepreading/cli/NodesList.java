package org.keepreading.cli;

import static java.time.ZoneOffset.UTC;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keepreading.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nodes list}: what each process does, and whether its clock is right. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "What each process at work on this database does, and how far its clock is off the database's.",
            "One that was killed, or cannot reach the database, is shown as silent until a day is over."
        })
final class NodesList implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    NodesList(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            print(app.nodes().all(), app.clock().instant());
            return 0;
        });
    }

    private void print(List<Node> nodes, Instant now) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(nodes.stream().map(node -> answer(node, now)).toList()));
        } else if (nodes.isEmpty()) {
            out.println("Nothing is at work on this database. Start a server with \"serve\".");
        } else {
            nodes.forEach(node -> print(node, now, out));
        }
    }

    private static void print(Node node, Instant now, PrintWriter out) {
        var silence = Duration.between(node.seenAt(), now);
        out.printf(
                "%-30s %-6s %-12s since %s, %s%s%n",
                node.name(),
                node.role(),
                node.version(),
                new Moment(node.startedAt(), UTC),
                node.isSilent(now) ? "silent for " + silence.toMinutes() + " min" : doing(node),
                clock(node));
    }

    private static String doing(Node node) {
        return String.format(Locale.ROOT, "%d in hand, %,.1f messages/s", node.inHand(), node.sentASecond());
    }

    private static String clock(Node node) {
        var ahead = node.clockAhead();
        if (!node.hasWrongClock()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                ", its clock is %,d s %s the database's",
                ahead.abs().toSeconds(),
                ahead.isNegative() ? "behind" : "ahead of");
    }

    private static Map<String, Object> answer(Node node, Instant now) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("name", node.name());
        answer.put("role", node.role());
        answer.put("version", node.version());
        answer.put("started", node.startedAt());
        answer.put("seen", node.seenAt());
        answer.put("silent", node.isSilent(now));
        answer.put("inHand", node.inHand());
        answer.put("messagesPerSecond", node.sentASecond());
        answer.put("clockAheadMillis", node.clockAhead().toMillis());
        return answer;
    }
}
