package org.keepreading.edition;

import java.util.Locale;

/** How far an edition is. */
public enum EditionStatus {
    /** It is picked when its time comes. */
    PLANNED,
    SENDING,
    SENT,
    PAUSED,
    CANCELLED,
    /** There was too little to send. */
    SKIPPED,
    /** Nobody was there to send it in time. */
    MISSED,
    /** Preflight found what can't be mended once a mail has left; nothing has, and the slot waits for somebody to mend it. */
    STOPPED;

    /** As it stands in the database and in answers to scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will become of it, as it stands. */
    public boolean isOver() {
        return this != PLANNED && this != SENDING && this != PAUSED;
    }

    /** Whether anybody may read it: it is going out, and was not called back. */
    public boolean isPublic() {
        return this == SENDING || this == SENT || this == PAUSED;
    }

    static EditionStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
