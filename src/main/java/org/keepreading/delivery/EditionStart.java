package org.keepreading.delivery;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keepreading.edition.Editions;
import org.springframework.stereotype.Component;

/** Tells when the first message of an edition leaves, once, whoever takes it. */
@Component
class EditionStart {
    private final Editions editions;
    private final EditionLog log;
    private final Clock clock;
    private final Set<Long> known = ConcurrentHashMap.newKeySet();

    EditionStart(Editions editions, EditionLog log, Clock clock) {
        this.editions = editions;
        this.log = log;
        this.clock = clock;
    }

    /** One of its messages is about to leave. The database is asked once in a process. */
    void note(long editionId) {
        if (known.contains(editionId)) {
            return;
        }
        if (editions.begun(editionId, clock.instant())) {
            log.begun(editions.get(editionId));
        }
        known.add(editionId);
    }
}
