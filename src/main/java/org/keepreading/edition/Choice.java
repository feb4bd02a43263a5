package org.keepreading.edition;

import java.util.Locale;
import java.util.Set;
import org.keepreading.teaser.SectionKey;

/**
 * What makes one variant differ from another.
 *
 * @param sections those that the reader chose; empty: all
 */
public record Choice(Set<SectionKey> sections, Locale language) {
    public Choice {
        sections = Set.copyOf(sections);
    }
}
