package org.keepreading.source;

import java.util.ArrayList;
import java.util.List;

/** The entries that were refused; of a document of millions the first are kept, the others counted. */
final class Refusals {
    private static final int KEPT = 100_000;

    private final List<Refusal> first = new ArrayList<>();
    private int more;

    void add(Refusal refusal) {
        if (first.size() < KEPT) {
            first.add(refusal);
        } else {
            more++;
        }
    }

    List<Refusal> first() {
        return List.copyOf(first);
    }

    /** How many there were besides. */
    int more() {
        return more;
    }
}
