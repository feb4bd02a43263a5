package org.keepreading.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that shows what the test sets. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    public SettableClock(String instant) {
        now = new AtomicReference<>(Instant.parse(instant));
    }

    public void set(String instant) {
        now.set(Instant.parse(instant));
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
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
