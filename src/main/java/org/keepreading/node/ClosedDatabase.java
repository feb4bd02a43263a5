package org.keepreading.node;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.keepreading.vital.LastWords;

/**
 * Ends this process where H2 has closed its database for good, as it does when a write fails (a full disk): only a new
 * process can open it again. At once, as nothing can be recorded any more: what was recorded is on the disk, and the rest
 * goes out from there.
 */
final class ClosedDatabase {
    private static final int DATABASE_IS_CLOSED = 90098;

    private ClosedDatabase() {}

    static void ifClosedForGood(Throwable problem) {
        if (isClosedForGood(problem)) {
            LastWords.end(
                    "The database could not be written, most likely as its disk is full, and can't be used by this process any"
                            + " more: it ends. Make room and start it again, if nothing does that by itself; nothing that was"
                            + " recorded is lost.");
        }
    }

    static boolean isClosedForGood(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IS_CLOSED);
    }
}
