package org.keepreading.journal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.slf4j.event.Level;

/** Where it is told what happened, once, to whoever reads a server's log. */
@FunctionalInterface
public interface Journal {

    /** As its lines show times. */
    static String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").format(at.atOffset(UTC));
    }

    /**
     * What is told in a transaction is told once it is committed.
     *
     * @param line a sentence, without anybody's address
     */
    void tell(Level level, String line);

    default void tell(String line) {
        tell(Level.INFO, line);
    }
}
