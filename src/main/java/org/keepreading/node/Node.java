package org.keepreading.node;

import java.time.Duration;
import java.time.Instant;

/**
 * A process at work on this database, as it last said itself.
 *
 * @param role what it does: serve, pages (a server that does not send) or send
 * @param clockAhead how far its machine's clock is ahead of the database's; negative: behind
 * @param inHand batches, and runs of deferred deliveries, that it holds a lease of
 * @param sentASecond messages that the relay took, since the sign of life before
 */
public record Node(
        String name,
        String role,
        String version,
        Instant startedAt,
        Instant seenAt,
        Duration clockAhead,
        int inHand,
        double sentASecond) {
    static final String SERVER = "serve";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    private static final Duration TOLERATED = Duration.ofSeconds(3);

    /** Whether it publishes and sends what is due, of all newsletters. */
    public boolean isServer() {
        return role.equals(SERVER);
    }

    /** Whether it was not heard of for so long that it hangs, is cut off, or was killed. */
    public boolean isSilent(Instant now) {
        return seenAt.plus(LONGEST_SILENCE).isBefore(now);
    }

    /** Whether its machine's clock is so far off that a person should see to it. */
    public boolean hasWrongClock() {
        return isWrong(clockAhead);
    }

    static boolean isWrong(Duration ahead) {
        return ahead.abs().compareTo(TOLERATED) > 0;
    }
}
