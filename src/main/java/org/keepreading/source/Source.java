package org.keepreading.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is polled.
 *
 * @param every the pause between two fetches while all goes well
 * @param etag what the site called the last version, as {@code lastModified}
 * @param firstReadAt from here on the source is known, and what it brings late counts from its arrival
 * @param nextFetchAt before this it is left alone
 * @param failures how many fetches failed since the last that did not
 * @param lastProblem what the last of those failures was
 * @param unended attempts in a row that were noted and whose end was not
 */
public record Source(
        SourceKey key,
        String url,
        Duration every,
        Rules rules,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant firstReadAt,
        @Nullable Instant lastReadAt,
        Instant nextFetchAt,
        int failures,
        @Nullable String lastProblem,
        int unended) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final String DIED =
            "The program ended, or was killed, twice running or more while this was read, unless it"
                    + " is being read right now. If the log shows that memory ran out, give Java more (-Xmx); \"sources remove\" ends"
                    + " the tries.";

    /** One that nobody fetched yet: it is due at once. */
    public static Source of(SourceKey key, String url, Duration every, Rules rules, Instant now) {
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "A source cannot be fetched more than once a minute. For every quarter of an hour say 15m.");
        }
        return new Source(key, new FeedAddress(url).value(), every, rules, null, null, null, null, now, 0, null, 0);
    }

    /** After one more failure: twice as long for each, up to half a day (or its own interval, if that is longer). */
    Duration pauseAfterFailure() {
        return pauseAfter(failures);
    }

    /** As it stands from when an attempt begins until its end is known, which is for good if the process dies with it. */
    Source noted(Instant nextFetchAt) {
        var died = unended > 0;
        return new Source(
                key,
                url,
                every,
                rules,
                etag,
                lastModified,
                firstReadAt,
                lastReadAt,
                nextFetchAt,
                died ? failures + 1 : failures,
                died ? DIED : lastProblem,
                unended + 1);
    }

    /** Whether it is the second attempt running that the process died with, and before them all was well. */
    boolean beganToFailByDying() {
        return unended == 2 && failures == 1;
    }

    /** How long it is left alone if the process dies with the attempt that begins now. */
    Duration pauseAfterDeath() {
        return pauseAfter(failures + (unended > 0 ? 1 : 0));
    }

    /** Its last attempt came to no good end, as the next one may. */
    boolean isSuspect() {
        return failures > 0 || unended > 0;
    }

    private Duration pauseAfter(int failures) {
        var longest = every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
        var pause = every.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
