package org.keepreading.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;

/**
 * What became of an edition on its way to one subscriber.
 *
 * @param reply the relay's last, or our reason; {@code null}: none
 * @param at when that was known
 */
public record PastDelivery(
        long edition,
        NewsletterKey newsletter,
        Instant slot,
        DeliveryStatus status,
        @Nullable String reply,
        Instant at) {}
