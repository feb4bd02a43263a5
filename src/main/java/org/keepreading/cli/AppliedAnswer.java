package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code newsletters apply} made of a file.
 *
 * @param change "new", "changed" or "unchanged"
 * @param next the next slot; {@code null}: there is none by schedule
 * @param newSections those that no teaser is in yet, as nobody is on {@code newLists}
 */
record AppliedAnswer(
        String key, String change, @Nullable Instant next, List<String> newSections, List<String> newLists) {}
