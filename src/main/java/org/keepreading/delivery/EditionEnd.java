package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends editions of which nothing is left to send. */
@Component
class EditionEnd {
    /** Whoever waits for an edition waits for a deferred reader this long, and no longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Stragglers stragglers;
    private final Deliveries deliveries;
    private final Editions editions;
    private final EditionLog log;
    private final JdbcClient jdbc;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();

    EditionEnd(
            Stragglers stragglers,
            Deliveries deliveries,
            Editions editions,
            EditionLog log,
            JdbcClient jdbc,
            WakeUp wakeUp,
            Clock clock) {
        this.stragglers = stragglers;
        this.deliveries = deliveries;
        this.editions = editions;
        this.log = log;
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /** Whether all that is left of an edition are deferred readers, of whom none is tried again in a moment. */
    boolean isLeftToStragglers(long editionId) {
        return stragglers.areAllThatIsLeft(editionId, clock.instant().plus(SOON));
    }

    /** Ends the editions of which nothing is left. One thread does; it looks once more for those that ask meanwhile. */
    void endWhatIsDone() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        var ended = 0;
        try {
            do {
                ended = asked.get();
                endAll();
            } while (!asked.compareAndSet(ended, 0));
        } catch (RuntimeException e) {
            asked.set(0);
            throw e;
        }
    }

    private void endAll() {
        editions.sending().stream().filter(Issue::isQueued).forEach(issue -> {
            if (!isOpen(issue.id())) {
                end(issue);
            } else if (issue.triedAt() == null && isLeftToStragglers(issue.id())) {
                noteThatOnlyStragglersAreLeft(issue);
            }
        });
    }

    private boolean isOpen(long editionId) {
        return jdbc.sql("""
                        select exists (select 1 from batch where edition_id = :edition)
                            or exists (select 1 from deferral where edition_id = :edition)""").param("edition", editionId).query(Boolean.class).single();
    }

    /** Counted before the edition is locked, as a million take H2 a while: nothing open leaves nothing to change. */
    private void end(Issue issue) {
        var progress = deliveries.progress(issue.id());
        if (editions.sent(issue.id(), clock.instant(), () -> settled(issue.id(), progress))) {
            log.finished(issue, progress);
            wakeUp.call();
        }
    }

    private void noteThatOnlyStragglersAreLeft(Issue issue) {
        if (editions.tried(issue.id(), clock.instant())) {
            log.leftToStragglers(
                    issue,
                    deliveries.progress(issue.id()),
                    stragglers.of(issue.id()).readers());
            wakeUp.call();
        }
    }

    /** How many had an outcome; empty: something is left. */
    private OptionalLong settled(long editionId, Progress progress) {
        return isOpen(editionId) ? OptionalLong.empty() : OptionalLong.of(progress.settled());
    }
}
