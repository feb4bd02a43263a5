package org.keepreading.journal;

import org.slf4j.event.Level;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/** A command has no log that anybody reads: what it has to tell waits in the database for a server. */
@Component
@ConditionalOnNotWebApplication
class CommandJournal implements Journal {
    private final WaitingLines lines;

    CommandJournal(WaitingLines lines) {
        this.lines = lines;
    }

    @Override
    public void tell(Level level, String line) {
        lines.add(level, line);
    }
}
