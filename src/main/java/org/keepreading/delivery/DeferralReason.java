package org.keepreading.delivery;

import java.time.Instant;

/**
 * Why so many readers are deferred.
 *
 * @param reason what the relay said, or why it was not asked yet; "…" stands for what it said to each differently
 * @param nextTry when the first of them is tried again
 */
public record DeferralReason(String reason, long readers, Instant nextTry) {

    DeferralReason named(String name) {
        return new DeferralReason(name, readers, nextTry);
    }

    DeferralReason and(DeferralReason other, String common) {
        return new DeferralReason(
                common, readers + other.readers, nextTry.isBefore(other.nextTry) ? nextTry : other.nextTry);
    }
}
