package org.keepreading.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who of an edition's audience joined last. */
@Component
class Newcomers {
    private final Members members;
    private final Map<Newest, Long> first = new ConcurrentHashMap<>();

    Newcomers(Members members) {
        this.members = members;
    }

    /** Whether the reader is among so many of the newest. */
    boolean include(Mailing mailing, long volume) {
        return volume > 0
                && mailing.subscriberId()
                        >= first.computeIfAbsent(new Newest(mailing.editionId(), volume), this::firstOf);
    }

    private long firstOf(Newest newest) {
        first.keySet().removeIf(other -> other.editionId() != newest.editionId());
        return members.firstOfNewest(newest.editionId(), newest.volume());
    }

    private record Newest(long editionId, long volume) {}
}
