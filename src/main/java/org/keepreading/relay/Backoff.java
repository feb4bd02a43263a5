package org.keepreading.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Holds all senders back while the relay or the database is in trouble, longer from failure to failure. */
public final class Backoff {
    private final Pauses pauses;
    private final Clock clock;
    private Instant until = Instant.MIN;
    private int failures;

    Backoff(Pauses pauses, Clock clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    /** When the pause that begins now ends; empty: another sender had found the trouble already. */
    public synchronized Optional<Instant> press() {
        if (isOn()) {
            return Optional.empty();
        }
        failures++;
        until = clock.instant().plus(pauses.after(failures));
        return Optional.of(until);
    }

    public synchronized boolean isOn() {
        return clock.instant().isBefore(until);
    }

    /** Whether there had been trouble. */
    public synchronized boolean release() {
        var had = failures > 0;
        failures = 0;
        return had;
    }
}
