package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;

/** Who wrote an article. Plain text, all of it; {@code handle} begins with "@". */
public record Author(
        String name,
        @Nullable String bio,
        @Nullable String email,
        @Nullable String handle) {}
