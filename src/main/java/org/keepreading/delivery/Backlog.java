package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be sent, and the editions of which nothing is. */
@Component
class Backlog {
    /** Whoever waits for an edition waits for a deferred reader this long, and no longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Batches batches;
    private final Deferrals deferrals;
    private final Stragglers stragglers;
    private final Deliveries deliveries;
    private final Editions editions;
    private final EditionLog log;
    private final SenderSettings settings;
    private final Live live;
    private final JdbcClient jdbc;
    private final Bell bell;
    private final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();

    Backlog(
            Batches batches,
            Deferrals deferrals,
            Stragglers stragglers,
            Deliveries deliveries,
            Editions editions,
            EditionLog log,
            SenderSettings settings,
            Live live,
            JdbcClient jdbc,
            Bell bell,
            Clock clock) {
        this.batches = batches;
        this.deferrals = deferrals;
        this.stragglers = stragglers;
        this.deliveries = deliveries;
        this.editions = editions;
        this.log = log;
        this.settings = settings;
        this.live = live;
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * @param onlyEdition 0: of any
     * @param closed newsletters of which nothing can leave now
     */
    Optional<Claim> claim(long onlyEdition, Set<String> closed) {
        if (live.doubt().isPresent()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var until = now.plus(settings.lease());
        var scope = new Scope(onlyEdition, closed);
        return deferrals.claim(scope, now, until).or(() -> batches.claim(scope, now, until));
    }

    /** Why nothing may be sent from this database; empty: it may. */
    Optional<String> doubt() {
        return live.doubt();
    }

    /** Whether all that is left of an edition are deferred readers, of whom none is tried again in a moment. */
    boolean isLeftToStragglers(long editionId) {
        return stragglers.areAllThatIsLeft(editionId, clock.instant().plus(SOON));
    }

    /** An upper bound, cheap to ask for: of a batch at work some are sent already. */
    long waiting() {
        return Queue.of(jdbc, clock.instant()).deliveries();
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
            bell.ring();
        }
    }

    private void noteThatOnlyStragglersAreLeft(Issue issue) {
        if (editions.tried(issue.id(), clock.instant())) {
            log.leftToStragglers(
                    issue,
                    deliveries.progress(issue.id()),
                    stragglers.of(issue.id()).readers());
            bell.ring();
        }
    }

    /** How many had an outcome; empty: something is left. */
    private OptionalLong settled(long editionId, Progress progress) {
        return isOpen(editionId) ? OptionalLong.empty() : OptionalLong.of(progress.settled());
    }
}
