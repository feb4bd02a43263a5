package org.keepreading.relay;

import java.time.Duration;
import java.time.Instant;

/** Spaces messages evenly. */
final class MessagePace {
    private final Duration spacing;
    private Instant next = Instant.MIN;

    MessagePace(Duration spacing) {
        this.spacing = spacing;
    }

    /** How long the next message has to wait; its place is taken. */
    synchronized Duration take(Instant now) {
        var turn = next.isAfter(now) ? next : now;
        next = turn.plus(spacing);
        return Duration.between(now, turn);
    }
}
