package org.keepreading.relay;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double from try to try up to the longest, each spread by a quarter either way, so that what failed together does not come again together. */
public record Pauses(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param tries how many failed so far, from 1 */
    public Duration after(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        var whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(Math.round(whole.toMillis() * (0.75 + random.nextDouble() / 2)));
    }
}
