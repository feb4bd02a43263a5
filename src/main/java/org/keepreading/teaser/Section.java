package org.keepreading.teaser;

/** A desk of the publication, such as "Workplace". */
public record Section(SectionKey key, String title) {

    /** One of which only the key is known: {@code city-desk} is "City desk". */
    public static Section named(SectionKey key) {
        var words = key.value().replace('-', ' ');
        return new Section(key, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
