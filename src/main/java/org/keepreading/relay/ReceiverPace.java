package org.keepreading.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a receiver is mailed: as set, half as fast whenever it asks for less (421, 45x), and faster again by and by.
 * Times are from one message to the next.
 */
final class ReceiverPace {
    /** At most one halving and one step up in it: the replies to what is under way say nothing new. */
    static final Duration BREATH = Duration.ofSeconds(10);

    private static final Duration SLOWEST = Duration.ofSeconds(1);
    /** Fewer tell nothing of a rate: who greylists everybody (RFC 6647) puts off the first messages, however slow they are. */
    private static final int ENOUGH = 50;

    /** Where a fifth is put off, it is the pace. */
    private static final int PART = 5;

    private static final double STEP_UP = 1.25;
    private final @Nullable Duration set;
    private @Nullable Duration spacing;
    private Duration halved = Duration.ZERO;
    private Instant next = Instant.MIN;
    private Instant lineEnds = Instant.MIN;
    private Instant changed = Instant.MIN;
    private Instant counting = Instant.MIN;
    private long counted;
    private long asked;

    /** @param set {@code null}: as fast as the relay takes it */
    ReceiverPace(@Nullable Duration set) {
        this.set = set;
        spacing = set;
    }

    /**
     * Takes the next message's turn: how long it is to wait, short enough to wait for it; or, as the answer's other half, when to
     * come again.
     *
     * @param returning whether it has waited in the line already
     */
    synchronized Turn take(Instant now, boolean returning) {
        climb(now);
        if (spacing == null) {
            return new Turn(Duration.ZERO, Optional.empty());
        }
        var turn = next.isAfter(now) ? next : now;
        var lineIsLong = !returning && lineEnds.isAfter(turn);
        if (lineIsLong || Duration.between(now, turn).compareTo(Turn.LONGEST_WAIT) > 0) {
            return new Turn(Duration.ZERO, Optional.of(endOfLine(turn)));
        }
        next = turn.plus(spacing);
        return new Turn(Duration.between(now, turn), Optional.empty());
    }

    /** The receiver asks for less, of one message; returns whether it is mailed slower from now on. */
    synchronized boolean slowDown(Instant now) {
        begin(now);
        asked++;
        var isOver = changed.equals(Instant.MIN) || !changed.plus(BREATH).isAfter(now);
        if (!isOver || !isMeant()) {
            return false;
        }
        var current = spacing == null ? measured(now) : spacing;
        var doubled = current.multipliedBy(2);
        spacing = doubled.compareTo(SLOWEST) > 0 ? SLOWEST : doubled;
        halved = current;
        changed = now;
        return true;
    }

    /** A message was taken: what the rate is measured by. */
    synchronized void count(Instant now) {
        begin(now);
        counted++;
    }

    /** Not where it has something against a few readers, and not where it takes nobody's first message. */
    private boolean isMeant() {
        return counted >= ENOUGH && asked * PART >= counted + asked;
    }

    private void begin(Instant now) {
        if (counting.isBefore(now.minus(BREATH))) {
            counting = now;
            counted = 0;
            asked = 0;
        }
    }

    private Duration measured(Instant now) {
        var time = Duration.between(counting, now);
        var atLeast = Duration.ofSeconds(1);
        return (time.compareTo(atLeast) < 0 ? atLeast : time).dividedBy(Math.max(1, counted));
    }

    private Instant endOfLine(Instant turn) {
        lineEnds = (lineEnds.isAfter(turn) ? lineEnds : turn).plus(spacing == null ? Duration.ZERO : spacing);
        return lineEnds;
    }

    private void climb(Instant now) {
        if (spacing == null || spacing.equals(set) || changed.plus(BREATH).isAfter(now)) {
            return;
        }
        var faster = Duration.ofNanos((long) (spacing.toNanos() / STEP_UP));
        spacing = isAsBefore(faster) ? set : faster;
        changed = now;
    }

    /** Where nothing is set, twice the speed at which it asked for less shows that it no longer does. */
    private boolean isAsBefore(Duration faster) {
        return set == null ? faster.multipliedBy(2).compareTo(halved) <= 0 : faster.compareTo(set) <= 0;
    }

    /**
     * When a message may leave.
     *
     * @param pause a moment
     * @param comeAgain where it is more than a moment
     */
    record Turn(Duration pause, Optional<Instant> comeAgain) {
        static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    }
}
