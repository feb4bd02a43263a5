package org.keepreading.source;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keepreading.vital.ServerRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Fetches the sources whose time has come, each on a thread of its own, and gives up what takes too long: neither another
 * source nor the end of the process waits for it. Several nodes share the work.
 */
@Component
@ConditionalOnWebApplication
class Polling extends ServerRounds {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Threads that mostly wait for a site. */
    private static final int MOST_TURNS = 32;
    /** Each keeps a processor busy that others need. */
    private static final int MOST_STUCK = 4;

    private final Sources sources;
    private final SourceAttempts attempts;
    private final Feeds feeds;
    private final SourceSettings settings;
    private final Clock clock;
    private final ReadingSlots places = new ReadingSlots();
    private final Set<ReadingTurn> turns = ConcurrentHashMap.newKeySet();
    private final Set<ReadingTurn> stuck = ConcurrentHashMap.newKeySet();
    private boolean cutOff;

    Polling(Sources sources, SourceAttempts attempts, Feeds feeds, SourceSettings settings, Clock clock) {
        super("polling", PAUSE);
        this.sources = sources;
        this.attempts = attempts;
        this.feeds = feeds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void takeTurn() {
        try {
            look();
            cutOff = false;
        } catch (DataAccessException e) {
            reportCut(e);
        }
    }

    private void reportCut(DataAccessException problem) {
        if (!isRunning()) {
            return; // the database was closed while a look was under way
        }
        if (!cutOff) {
            LOG.error("No source is read until the database answers: {}", problem.getMessage());
        }
        cutOff = true;
    }

    /** @throws StuckReaders where only a new process can be rid of them */
    void look() {
        turns.removeIf(turn -> !turn.isAlive());
        stuck.removeIf(turn -> !turn.isAlive());
        turns.stream().filter(ReadingTurn::isOverdue).forEach(this::giveUp);
        if (stuck.size() >= MOST_STUCK) {
            throw new StuckReaders(stuck.size());
        }
        sources.due(clock.instant()).stream()
                .filter(this::mayBegin)
                .limit(MOST_TURNS - turns.size())
                .forEach(this::begin);
    }

    private void giveUp(ReadingTurn turn) {
        turn.giveUp();
        attempts.failed(turn.attempt(), turn.complaint(), Duration.ZERO);
        stuck.add(turn);
        turns.remove(turn);
    }

    /** What may get stuck as well waits until nothing is. */
    private boolean mayBegin(Source source) {
        return stuck.isEmpty() || !source.isSuspect();
    }

    private void begin(Source source) {
        attempts.begin(source).ifPresent(attempt -> {
            var turn = new ReadingTurn(attempt, places, settings, feeds);
            turn.begin();
            turns.add(turn);
        });
    }

    /** Waits for nobody: what is being read now is read again after the next start. */
    @Override
    public void stop() {
        super.stop();
        attempts.close();
        turns.forEach(ReadingTurn::giveUp);
    }
}
