package org.keepreading.cli;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.keepreading.node.Node;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nodes}: the processes that share this database. */
@Command(name = "nodes", description = "The processes at work on this database.", synopsisSubcommandLabel = "COMMAND")
final class NodesCommand extends InstallationCommand {
    @Command(
            description = {
                "What each process at work on this database does, and how far its clock is off the database's.",
                "One that was killed, or cannot reach the database, is shown as silent until a day is over."
            })
    int list(@Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var nodes = app.nodes().all();
            var now = app.clock().instant();
            return json
                    ? Json.of(nodes.stream().map(node -> Answer.of(node, now)).toList())
                    : lines(nodes, now);
        });
    }

    private static Laid lines(List<Node> nodes, Instant now) {
        return Laid.lines(
                nodes.isEmpty()
                        ? List.of("Nothing is at work on this database. Start a server with \"serve\".")
                        : nodes.stream().map(node -> line(node, now)).toList());
    }

    private static String line(Node node, Instant now) {
        var silence = Duration.between(node.seenAt(), now);
        return "%-30s %-6s %-12s since %s, %s%s"
                .formatted(
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
        return node.hasWrongClock()
                ? String.format(
                        Locale.ROOT,
                        ", its clock is %,d s %s the database's",
                        ahead.abs().toSeconds(),
                        ahead.isNegative() ? "behind" : "ahead of")
                : "";
    }

    /** A process for a script. */
    record Answer(
            String name,
            String role,
            String version,
            Instant started,
            Instant seen,
            boolean silent,
            long inHand,
            double messagesPerSecond,
            long clockAheadMillis) {

        static Answer of(Node node, Instant now) {
            return new Answer(
                    node.name(),
                    node.role(),
                    node.version(),
                    node.startedAt(),
                    node.seenAt(),
                    node.isSilent(now),
                    node.inHand(),
                    node.sentASecond(),
                    node.clockAhead().toMillis());
        }
    }
}
