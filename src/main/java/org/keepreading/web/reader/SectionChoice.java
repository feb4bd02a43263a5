package org.keepreading.web.reader;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sections a reader gets, across newsletters: what is chosen for one of them empties no other.
 *
 * @param before what they had chosen; empty: all
 * @param here the sections of the newsletter that they choose for
 * @param elsewhere those of the other newsletters
 */
record SectionChoice(List<String> before, List<String> here, Set<String> elsewhere) {

    boolean has(String section) {
        return before.isEmpty() || before.contains(section);
    }

    /**
     * What they get once they choose these here; who chooses none gets all of them.
     *
     * @return empty: all, also those that the newsroom opens later
     */
    List<String> after(Collection<String> chosen) {
        var after = new LinkedHashSet<>(before.isEmpty() ? elsewhere : before);
        after.removeAll(here);
        after.addAll(here.stream()
                .filter(section -> chosen.isEmpty() || chosen.contains(section))
                .toList());
        return after.containsAll(here) && after.containsAll(elsewhere) ? List.of() : List.copyOf(after);
    }
}
