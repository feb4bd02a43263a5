package org.keepreading.edition;

import java.time.Instant;
import org.keepreading.address.NewsletterKey;

/** Says that a slot has its edition already: whatever fires twice, it is built once. */
public final class SlotTaken extends RuntimeException {
    SlotTaken(NewsletterKey newsletter, Instant slot, Throwable cause) {
        super(
                "Newsletter \"" + newsletter + "\" has an edition for " + slot
                        + " already; \"editions list\" shows it.",
                cause);
    }
}
