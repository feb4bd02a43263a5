package org.keepreading.delivery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who of an edition's audience joined last. */
@Component
class Newcomers {
    /** Editions at once, and volumes of their relays. */
    private static final int KEPT = 100;

    private final Members members;
    private final Map<Newest, Long> first = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Newest, Long> eldest) {
            return size() > KEPT;
        }
    });

    Newcomers(Members members) {
        this.members = members;
    }

    /** Whether the subscriber is among so many of the newest. */
    boolean include(long editionId, long subscriberId, long volume) {
        return volume > 0 && subscriberId >= first.computeIfAbsent(new Newest(editionId, volume), this::firstOf);
    }

    private long firstOf(Newest newest) {
        return members.firstOfNewest(newest.editionId(), newest.volume());
    }

    private record Newest(long editionId, long volume) {}
}
