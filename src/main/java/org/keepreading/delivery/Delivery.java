package org.keepreading.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to take an edition to one subscriber.
 *
 * @param reply the relay's, or our reason
 * @param attemptedAt when the first of its attempts was made
 * @param nextAttemptAt of a deferred one, and of no other
 */
record Delivery(
        long editionId,
        long subscriberId,
        DeliveryStatus status,
        String reply,
        Instant attemptedAt,
        @Nullable Instant nextAttemptAt) {}
