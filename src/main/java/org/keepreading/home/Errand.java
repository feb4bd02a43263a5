package org.keepreading.home;

/** What a command is about to do with the installation. */
public enum Errand {
    /** It brings something in: where there is nothing yet, a new installation begins. */
    BEGIN,
    /** It looks at or changes what is there. */
    USE,
    /** It says what it finds, and mends nothing. */
    INSPECT,
    /** It reads the settings, and leaves the database to others. */
    READ
}
