package org.keepreading.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.Editions;
import org.springframework.stereotype.Component;

/** Stops an edition by itself where the relay refuses too much of it, so that a list is not burned. */
@Component
class Fuse {
    private static final int WINDOW = 100;
    private static final int FEWEST = 20;
    /** Long ended ones. */
    private static final int EDITIONS = 50;

    private final Editions editions;
    private final EditionLog log;
    private final int percent;
    private final Map<Long, Deque<Boolean>> latest = new HashMap<>();

    Fuse(Editions editions, EditionLog log, SenderSettings settings) {
        this.editions = editions;
        this.log = log;
        percent = settings.stopAtRefusedPercent();
    }

    /** What came of a message; a refusal may be the last that is risked. */
    void heard(long editionId, Outcome outcome) {
        if (percent > 0 && counts(outcome) && isTooMuch(editionId, outcome)) {
            blow(editionId, outcome);
        }
    }

    private static boolean counts(Outcome outcome) {
        return outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Refused;
    }

    private synchronized boolean isTooMuch(long editionId, Outcome outcome) {
        if (latest.size() > EDITIONS) {
            latest.clear();
        }
        var window = latest.computeIfAbsent(editionId, id -> new ArrayDeque<>());
        window.addLast(outcome instanceof Outcome.Refused);
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
        var refused = window.stream().filter(it -> it).count();
        var tooMuch = refused >= FEWEST && refused * 100 >= (long) percent * window.size();
        if (tooMuch) {
            latest.remove(editionId);
        }
        return tooMuch;
    }

    private void blow(long editionId, Outcome outcome) {
        var reason = (outcome instanceof Outcome.Refused refused && refused.isPolicy()
                        ? "the relay refuses us, not the readers: \"%s\""
                        : "too many are refused, the last with \"%s\"")
                .formatted(outcome.words());
        try {
            if (editions.pause(editionId, reason)) {
                log.pausedByItself(editions.get(editionId));
            }
        } catch (EditionOver nothingIsLeftToStop) {
            log.refused(editions.get(editionId), reason);
        }
    }
}
