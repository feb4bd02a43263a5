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
        @Nullable String lastProblem) {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /** One that nobody fetched yet: it is due at once. */
    public static Source of(SourceKey key, String url, Duration every, Rules rules, Instant now) {
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "A source cannot be fetched more than once a minute. For every quarter of an hour say 15m.");
        }
        var address = Links.absolute("", url)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no address of a feed. It begins with https:// or http://.".formatted(url)));
        return new Source(key, address, every, rules, null, null, null, null, now, 0, null);
    }

    /** After one more failure: twice as long for each, up to half a day (or its own interval, if that is longer). */
    Duration pauseAfterFailure() {
        var longest = every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
        var pause = every.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
