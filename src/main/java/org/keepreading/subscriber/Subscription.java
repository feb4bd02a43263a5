package org.keepreading.subscriber;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a subscriber is on a list, or was.
 *
 * @param endedAt {@code null}: it goes on
 * @param endReason in words, where it ended
 */
public record Subscription(
        NamedList list,
        Instant since,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    public boolean goesOn() {
        return endedAt == null;
    }

    boolean endedBy(EndReason reason, Instant from) {
        return endedAt != null && !endedAt.isBefore(from) && reason.words.equals(endReason);
    }
}
