package org.keepreading.edition;

import java.util.Locale;

/** What made an edition: its newsletter's schedule, or somebody's hand. */
public enum Cause {
    SCHEDULE,
    HAND,
    /** Somebody's hand, beforehand. */
    PLAN;

    /** As it stands in the database and in answers to scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
