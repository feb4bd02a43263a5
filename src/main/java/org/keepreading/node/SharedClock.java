package org.keepreading.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time that all nodes agree on: this machine's clock, put right by the database's. Leases and slots go by it, so that
 * a machine whose clock is minutes off neither takes what another has in hand nor publishes before the hour.
 */
public final class SharedClock extends Clock {
    /** Asking takes its time: a smaller difference says nothing. */
    private static final Duration NOISE = Duration.ofMillis(500);

    private final Clock machine;
    private final DatabaseTime database;
    private volatile Duration correction = Duration.ZERO;

    /** Asks the database at once: nobody sees the machine's own time. */
    public SharedClock(Clock machine, DatabaseTime database) {
        this.machine = machine;
        this.database = database;
        compare();
    }

    @Override
    public Instant instant() {
        return machine.instant().minus(correction);
    }

    /** Asks the database, and goes by its time from here on; returns how far the machine's clock is ahead of it. */
    Duration compare() {
        var asked = machine.instant();
        var shown = database.now();
        var tripHalf = Duration.between(asked, machine.instant()).dividedBy(2);
        var ahead = Duration.between(shown, asked.plus(tripHalf));
        if (ahead.minus(correction).abs().compareTo(NOISE) > 0) {
            correction = ahead;
        }
        return ahead;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Time is UTC inside; zones are applied where it is shown.");
    }
}
