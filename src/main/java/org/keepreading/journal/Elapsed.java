package org.keepreading.journal;

import java.time.Duration;

/** How long something took, as a person says it. */
public record Elapsed(Duration time) {
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration VERY_LONG = Duration.ofDays(2);

    @Override
    public String toString() {
        if (time.compareTo(VERY_LONG) >= 0) {
            return time.toDays() + " days";
        }
        if (time.compareTo(LONG) >= 0) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
