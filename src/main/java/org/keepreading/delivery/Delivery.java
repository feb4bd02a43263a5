package org.keepreading.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Revision;

/**
 * What became of one attempt to take an edition to one subscriber.
 *
 * @param revision what they got, or were to get
 * @param reply the relay's, or our reason
 * @param attemptedAt when the first of its attempts was made
 * @param nextAttemptAt of a deferred one, and of no other
 * @param attempted whether it was tried at all
 */
record Delivery(
        Revision revision,
        long subscriberId,
        DeliveryStatus status,
        OutcomeKind kind,
        String reply,
        Instant attemptedAt,
        @Nullable Instant nextAttemptAt,
        boolean attempted) {}
