package org.keepreading.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber as they are when their message leaves.
 *
 * @param language BCP 47
 * @param sections keys of those they chose; empty: all
 */
record Reader(
        long id,
        String email,
        @Nullable String name,
        @Nullable String language,
        List<String> sections) {

    /** Of their address, as it stands there. */
    String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
