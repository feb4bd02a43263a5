package org.keepreading.relay;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.keepreading.relay.RateLimits.Period;

/**
 * What a relay may still take of an hour's or a day's messages. Taken from the database in small blocks, so that several
 * nodes keep one limit together; what a node that dies had taken and not used is lost, which errs on the safe side.
 */
final class Quota {
    private static final long LARGEST_BLOCK = 100;
    private static final long BLOCKS = 20;

    private final String relay;
    private final Period period;
    private final Function<Instant, OptionalLong> limit;
    private final RelayUse use;
    private Instant start = Instant.MIN;
    private long inHand;
    private boolean exhausted;

    /** @param limit of the period that holds the instant; empty: none */
    Quota(String relay, Period period, Function<Instant, OptionalLong> limit, RelayUse use) {
        this.relay = relay;
        this.period = period;
        this.limit = limit;
        this.use = use;
    }

    /** Takes one message; returns when the next period begins where this one has none left. */
    synchronized Optional<Instant> take(Instant now) {
        begin(now);
        var most = limit.apply(now);
        if (most.isEmpty() || inHand > 0 || refill(most.getAsLong())) {
            inHand = Math.max(0, inHand - 1);
            return Optional.empty();
        }
        exhausted = true;
        return Optional.of(start.plus(period.length));
    }

    /** A message that was counted and did not leave. */
    synchronized void giveBack(Instant now) {
        if (!now.isBefore(start) && now.isBefore(start.plus(period.length))) {
            inHand++;
            exhausted = false;
        }
    }

    private void begin(Instant now) {
        var current = now.atOffset(UTC)
                .truncatedTo(period == Period.DAY ? ChronoUnit.DAYS : ChronoUnit.HOURS)
                .toInstant();
        if (!current.equals(start)) {
            start = current;
            inHand = 0;
            exhausted = false;
        }
    }

    private boolean refill(long most) {
        if (exhausted) {
            return false;
        }
        var block = Math.max(1, Math.min(LARGEST_BLOCK, most / BLOCKS));
        while (block > 0 && !use.take(relay, period, start, block, most)) {
            block /= 2;
        }
        inHand = block;
        return block > 0;
    }
}
