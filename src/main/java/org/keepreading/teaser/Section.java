package org.keepreading.teaser;

import org.keepreading.address.SectionKey;
import org.keepreading.text.Fitted;

/** A desk of the publication, such as "Workplace". */
public record Section(SectionKey key, String title) {
    private static final int LONGEST_TITLE = 200;

    public Section {
        title = Fitted.cut(title, LONGEST_TITLE);
    }

    /** One of which only the key is known: {@code city-desk} is "City desk". */
    public static Section named(SectionKey key) {
        var words = key.value().replace('-', ' ');
        return new Section(key, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
