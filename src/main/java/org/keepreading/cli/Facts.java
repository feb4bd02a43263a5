package org.keepreading.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.text.Laid;

/** What is known of a thing, a line each; what is not known has none. */
final class Facts {
    private final String form;
    private final List<String> lines = new ArrayList<>();

    /** @param form of a line, for what it is and its value */
    Facts(String form) {
        this.form = form;
    }

    Facts line(String words) {
        lines.add(words);
        return this;
    }

    Facts and(String what, @Nullable Object value) {
        return value == null ? this : line(form.formatted(what, value));
    }

    Laid laid() {
        return Laid.lines(lines);
    }
}
