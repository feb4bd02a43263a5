package org.keepreading.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keepreading.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The attempts at sources that this process has begun. Each is noted before it is made, so that whoever starts anew after a
 * crash doesn't run into the same document at once, and is ended once, by whoever comes first: its reader, its deadline, or
 * an orderly stop, which takes it back.
 */
@Component
class SourceAttempts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceAttempts.class);
    /** Longer than an attempt can take: a source that is due has nobody at work on it. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);

    private final Sources sources;
    private final Journal journal;
    private final Clock clock;
    private final Set<Attempt> open = ConcurrentHashMap.newKeySet();

    SourceAttempts(Sources sources, Journal journal, Clock clock) {
        this.sources = sources;
        this.journal = journal;
        this.clock = clock;
    }

    /** Empty: it is not due any more, as another node has begun, or it was removed. */
    Optional<Attempt> begin(Source source) {
        var pause = source.pauseAfterDeath();
        var next = clock.instant().plus(longer(pause, SHORTEST_PAUSE));
        var attempt = new Attempt(source, next.truncatedTo(ChronoUnit.MILLIS)); // no finer than a database keeps it
        open.add(attempt);
        if (sources.begin(source, attempt.next)) {
            if (source.beganToFailByDying()) {
                tellFailing(source, String.valueOf(source.lastProblem()));
            }
            return Optional.of(attempt);
        }
        open.remove(attempt);
        return Optional.empty();
    }

    /** Whether nobody has ended it yet. */
    boolean isOpen(Attempt attempt) {
        return open.contains(attempt);
    }

    /** @param arrived {@code null} if nothing was new */
    void read(Attempt attempt, Download.@Nullable Arrived arrived) {
        if (open.remove(attempt)) {
            sources.read(attempt.source, arrived, clock.instant());
            if (attempt.source.failures() > 0) {
                tellWell(attempt.source);
            }
        }
    }

    /** @param atLeast how long the site wants to be left alone; returns when it is tried again */
    Instant failed(Attempt attempt, String problem, Duration atLeast) {
        var source = attempt.source;
        var next = clock.instant().plus(longer(source.pauseAfterFailure(), atLeast));
        if (open.remove(attempt)) {
            sources.failed(source, problem, next);
            if (source.failures() == 0) {
                tellFailing(source, problem);
            }
        }
        return next;
    }

    private void tellFailing(Source source, String problem) {
        journal.tell(
                Level.WARN,
                "Source %s fails: %s Until it is well it is tried again, less and less often."
                        .formatted(source.key(), problem));
    }

    private void tellWell(Source source) {
        var lastRead = source.lastReadAt();
        journal.tell("Source %s is well again, after %,d failed %s; %s."
                .formatted(
                        source.key(),
                        source.failures(),
                        source.failures() == 1 ? "try" : "tries",
                        lastRead == null ? "it had never been read" : "it was last read at " + Journal.time(lastRead)));
    }

    /** It is as due as it was. */
    void takeBack(Attempt attempt) {
        if (open.remove(attempt)) {
            sources.takeBack(attempt.source, attempt.next);
        }
    }

    @Override
    public void close() {
        try {
            open.forEach(this::takeBack);
        } catch (DataAccessException e) {
            LOG.warn("Sources that were being read are read again later than they might be: {}", e.getMessage());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One attempt; not equal to another one of the same source. */
    static final class Attempt {
        private final Source source;
        private final Instant next;

        private Attempt(Source source, Instant next) {
            this.source = source;
            this.next = next;
        }

        Source source() {
            return source;
        }
    }
}
