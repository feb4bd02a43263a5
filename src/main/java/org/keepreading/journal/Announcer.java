package org.keepreading.journal;

import java.time.Clock;
import java.time.Duration;
import org.keepreading.journal.WaitingLines.Waiting;
import org.keepreading.vital.ServerRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has the server tell what commands left for it. Of several servers one does. */
@Component
@ConditionalOnWebApplication
class Announcer extends ServerRounds {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final WaitingLines lines;
    private final Journal journal;
    private final Clock clock;

    Announcer(WaitingLines lines, Journal journal, Clock clock) {
        super("announcer", PAUSE);
        this.lines = lines;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    protected void takeTurn() {
        try {
            lines.first().stream().filter(lines::take).forEach(this::tell);
        } catch (DataAccessException e) {
            log.debug("What commands did is told when the database answers: {}", e.getMessage());
        }
    }

    private void tell(Waiting waiting) {
        journal.tell(waiting.level(), waiting.line() + when(waiting));
    }

    /** The line's own time says it, unless no server was there. */
    private String when(Waiting waiting) {
        return waiting.at().plus(JUST_NOW).isBefore(clock.instant())
                ? " (that was at " + Journal.time(waiting.at()) + ")"
                : "";
    }
}
