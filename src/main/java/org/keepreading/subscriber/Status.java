package org.keepreading.subscriber;

import java.util.Locale;

/** How a subscriber stands with us; only {@code ACTIVE} ones are mailed. */
public enum Status {
    PENDING,
    ACTIVE,
    PAUSED,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED;

    /** Whether nothing but the reader's own wish makes them a reader again. */
    public boolean endsConsent() {
        return this == UNSUBSCRIBED || this == BOUNCED || this == COMPLAINED;
    }

    /** As it stands in the database and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
