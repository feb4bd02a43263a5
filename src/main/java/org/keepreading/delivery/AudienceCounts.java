package org.keepreading.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.vital.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts audiences too large to be counted while their edition is frozen, beside the senders. */
@Component
class AudienceCounts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AudienceCounts.class);

    private final Members members;
    private final Editions editions;
    private final EditionLog told;
    private final ExecutorService counting = Executors.newSingleThreadExecutor(Daemon.factory("audience-count"));

    AudienceCounts(Members members, Editions editions, EditionLog told) {
        this.members = members;
        this.editions = editions;
        this.told = told;
    }

    /** Counts, in its own time, each audience that is not counted; also what a process that died left uncounted. */
    void begin() {
        counting.execute(this::countAll);
    }

    private void countAll() {
        try {
            editions.sending().stream().filter(AudienceCounts::isWanting).forEach(this::count);
        } catch (DataAccessException e) {
            log.warn("Audiences that were not counted are counted when they are sent to: {}", e.getMessage());
        }
    }

    /** Counts this one's audience at once, where it is not counted: for whoever must know exactly. */
    void settle(Issue issue) {
        if (isWanting(issue)) {
            count(issue);
        }
    }

    private static boolean isWanting(Issue issue) {
        return issue.isQueued() && issue.audience() == null;
    }

    @Override
    public void close() {
        counting.shutdown();
    }

    private void count(Issue issue) {
        try {
            var readers = members.count(issue.id());
            if (editions.counted(issue.id(), readers)) {
                told.queued(issue, readers);
            }
        } catch (DataAccessException e) {
            log.warn("The audience of edition {} is counted when it is sent: {}", issue.id(), e.getMessage());
        }
    }
}
