package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;

/** Who wrote an article. Plain text, all of it; {@code handle} begins with "@". */
public record Author(
        String name,
        @Nullable String bio,
        @Nullable String email,
        @Nullable String handle) {

    boolean isNameAlone() {
        return bio == null && email == null && handle == null;
    }

    /** This author with what only the earlier record of the same person tells. */
    Author onto(@Nullable Author earlier) {
        return earlier == null || !earlier.name.equals(name)
                ? this
                : new Author(
                        name,
                        bio == null ? earlier.bio : bio,
                        email == null ? earlier.email : email,
                        handle == null ? earlier.handle : handle);
    }
}
