package org.keepreading.journal;

import org.slf4j.event.Level;

/** Where it is told what happened, once, to whoever reads a server's log. */
@FunctionalInterface
public interface Journal {

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
