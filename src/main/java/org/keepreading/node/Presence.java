package org.keepreading.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keepreading.vital.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** This process among those at work, from its first sign of life to when it is closed. */
final class Presence implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final long UNKNOWN = 0;

    private final NodeFacts card;
    private final Nodes nodes;
    private final SharedClock clock;
    private final Workload workload;
    private final ClockWatch watch = new ClockWatch();
    private @Nullable Rounds beating;
    private long id = UNKNOWN;
    private boolean cutOff;
    private boolean closed;

    Presence(NodeFacts card, Nodes nodes, SharedClock clock, Workload workload) {
        this.card = card;
        this.nodes = nodes;
        this.clock = clock;
        this.workload = workload;
    }

    void begin(Duration every) {
        beat();
        beating = Rounds.begin("heartbeat", every, every, this::beat);
    }

    /** Takes leave. */
    @Override
    public void close() {
        if (beating != null) {
            beating.close();
        }
        leave();
    }

    /** One sign of life. Where the database takes none, others see that this node is silent. */
    synchronized void beat() {
        if (closed) {
            return;
        }
        try {
            show(clock.compare());
            cutOff = false;
        } catch (DataAccessException e) {
            ClosedDatabase.ifClosedForGood(e);
            reportCut(e);
        }
    }

    /** Whoever was silent for so long that it was forgotten comes as new. */
    private void show(Duration ahead) {
        watch.look(ahead);
        var node = node(ahead);
        if (id == UNKNOWN || !nodes.note(id, node)) {
            id = nodes.arrive(node);
        }
        nodes.forgetUnseenSince(clock.instant().minus(REMEMBERED));
    }

    private Node node(Duration ahead) {
        var now = clock.instant();
        return new Node(
                card.name(),
                card.role(),
                card.version(),
                card.startedAt(),
                now,
                ahead,
                workload.inHand(),
                workload.sentASecond(now));
    }

    private void reportCut(DataAccessException problem) {
        if (!cutOff) {
            log.warn("The database takes no sign of life from this node: {}", problem.getMessage());
        }
        cutOff = true;
    }

    private synchronized void leave() {
        closed = true;
        try {
            nodes.leave(id);
        } catch (DataAccessException e) {
            log.debug("This node is seen as silent from now on: {}", e.getMessage());
        }
    }
}
