package org.keepreading.subscriber;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keepreading.text.Fitted;

/** A person's name as somebody typed it, made fit for one line. */
final class PersonName {
    static final int LONGEST = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    private PersonName() {}

    static @Nullable String tidy(String typed) {
        var name = UNSEEN.matcher(Fitted.storable(typed)).replaceAll(" ").strip();
        return name.isEmpty() ? null : name;
    }

    static @Nullable String cut(String typed) {
        var name = tidy(typed);
        return Fitted.cutIfAny(name, LONGEST);
    }
}
