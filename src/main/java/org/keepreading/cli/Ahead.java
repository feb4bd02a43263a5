package org.keepreading.cli;

import java.time.Duration;
import java.time.Instant;

/** How far ahead an instant is, such as {@code in 9 h 20 min}. */
record Ahead(Instant now, Instant then) {
    private static final int HOURS_SHOWN = 48;

    @Override
    public String toString() {
        var time = Duration.between(now, then);
        if (time.toHours() >= HOURS_SHOWN) {
            return "in " + time.toDays() + " days";
        }
        return time.toHours() > 0
                ? "in %d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : "in " + Math.max(1, time.toMinutes()) + " min";
    }
}
