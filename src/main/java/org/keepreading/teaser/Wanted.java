package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;

/** Which teasers a list shows: of all sections and sources unless one is named. */
public record Wanted(@Nullable SectionKey section, @Nullable String source, int limit) {

    public static Wanted all() {
        return latest(Integer.MAX_VALUE);
    }

    public static Wanted latest(int limit) {
        return new Wanted(null, null, limit);
    }
}
