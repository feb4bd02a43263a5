package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;
import org.keepreading.text.Fitted;

/** Who wrote an article. Plain text, all of it; {@code handle} begins with "@". An address that is too long is none. */
public record Author(
        String name,
        @Nullable String bio,
        @Nullable String email,
        @Nullable String handle) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BIO = 10_000;
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_HANDLE = 100;

    public Author {
        name = Fitted.cut(name, LONGEST_NAME);
        bio = Fitted.cutIfAny(bio, LONGEST_BIO);
        email = email == null || email.length() > LONGEST_EMAIL ? null : Fitted.storable(email);
        handle = Fitted.cutIfAny(handle, LONGEST_HANDLE);
    }

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
