package org.keepreading.web.demo;

import java.util.Locale;

/** How a caught message is shown. */
enum View {
    PHONE,
    DESKTOP,
    TEXT,
    SOURCE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
