package org.keepreading.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.Editions;
import org.keepreading.relay.Answer;
import org.springframework.stereotype.Component;

/** Stops an edition by itself where the relay refuses too much of it, so that a list is not burned. */
@Component
class RefusalLimit {
    private static final int WINDOW = 100;
    private static final int FEWEST = 20;
    /** Long ended ones. */
    private static final int EDITIONS = 50;

    private final Editions editions;
    private final EditionLog log;
    private final int percent;
    private final Map<Long, Deque<Boolean>> latest = new HashMap<>();

    RefusalLimit(Editions editions, EditionLog log, DeliverySettings settings) {
        this.editions = editions;
        this.log = log;
        percent = settings.stopAtRefusedPercent();
    }

    /** What came of a message; a refusal may be the last that is risked. */
    void heard(long editionId, Answer answer) {
        if (percent > 0 && counts(answer) && isTooMuch(editionId, answer)) {
            blow(editionId, answer);
        }
    }

    private static boolean counts(Answer answer) {
        return answer instanceof Answer.Accepted || answer instanceof Answer.Refused;
    }

    private synchronized boolean isTooMuch(long editionId, Answer answer) {
        if (latest.size() > EDITIONS) {
            latest.clear();
        }
        var window = latest.computeIfAbsent(editionId, id -> new ArrayDeque<>());
        window.addLast(answer instanceof Answer.Refused);
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

    private void blow(long editionId, Answer answer) {
        var reason = (answer instanceof Answer.Refused refused && refused.isPolicy()
                        ? "the relay refuses us, not the readers: \"%s\""
                        : "too many are refused, the last with \"%s\"")
                .formatted(answer.words());
        try {
            if (editions.pause(editionId, reason)) {
                log.pausedByItself(editions.get(editionId));
            }
        } catch (EditionOver nothingIsLeftToStop) {
            log.refused(editions.get(editionId), reason);
        }
    }
}
