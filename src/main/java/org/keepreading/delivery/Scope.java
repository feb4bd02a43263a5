package org.keepreading.delivery;

import java.util.Set;

/**
 * What a sender may claim.
 *
 * @param onlyEdition 0: any
 * @param closed newsletters of which nothing can leave now
 */
record Scope(long onlyEdition, Set<String> closed) {
    Scope {
        closed = Set.copyOf(closed);
    }

    /** For SQL, where a list may not be empty: no newsletter has a blank key. */
    Set<String> closedOrNone() {
        return closed.isEmpty() ? Set.of("") : closed;
    }
}
