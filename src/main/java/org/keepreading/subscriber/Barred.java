package org.keepreading.subscriber;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The addresses that no file may bring in: suppressed ones, and those of people who had their data erased. */
@Component
class Barred {
    private final Suppressions suppressions;
    private final Erasures erasures;

    Barred(Suppressions suppressions, Erasures erasures) {
        this.suppressions = suppressions;
        this.erasures = erasures;
    }

    Set<String> among(Collection<String> emailKeys) {
        var all = new HashSet<>(suppressions.among(emailKeys));
        all.addAll(erasures.among(emailKeys));
        return all;
    }
}
