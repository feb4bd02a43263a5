package org.keepreading.source;

import org.keepreading.address.SectionKey;

/** What a source is called: lower-case letters, digits and hyphens, at most 64. */
public record SourceKey(String value) {

    public SourceKey {
        if (!SectionKey.isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no source key. Use lower-case letters, digits and hyphens, at most 64, such as \"city-desk\".");
        }
    }

    /** The key that a host or a file's name gives by itself: {@code harbour.example} is {@code harbour-example}. */
    public static SourceKey of(String name) {
        return new SourceKey(SectionKey.of(name).value());
    }

    @Override
    public String toString() {
        return value;
    }
}
