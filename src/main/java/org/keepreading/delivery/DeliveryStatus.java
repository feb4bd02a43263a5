package org.keepreading.delivery;

import java.util.Locale;

/** How an edition stands with one subscriber, once anything is known. */
public enum DeliveryStatus {
    SENT,
    /** It is tried again later. */
    DEFERRED,
    FAILED,
    /** They had left by the time it was their turn. */
    SKIPPED;

    /** As it stands in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
