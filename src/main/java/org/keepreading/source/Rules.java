package org.keepreading.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;

/**
 * What a source says about its entries beyond what is in them; names are compared without regard to case.
 *
 * @param desks the section of a category
 * @param defaultSection for what maps to none; without one, a section of the category's name is made
 * @param sponsors who paid for the entries of a category, or for the one of a guid
 */
public record Rules(Map<String, SectionKey> desks, @Nullable SectionKey defaultSection, Map<String, String> sponsors) {

    public static Rules none() {
        return new Rules(Map.of(), null, Map.of());
    }

    public Rules {
        desks = ignoringCase(desks);
        sponsors = ignoringCase(sponsors);
    }

    public boolean isEmpty() {
        return desks.isEmpty() && defaultSection == null && sponsors.isEmpty();
    }

    Optional<SectionKey> desk(String category) {
        return Optional.ofNullable(desks.get(category.toLowerCase(Locale.ROOT)));
    }

    Optional<String> sponsor(String categoryOrGuid) {
        return Optional.ofNullable(sponsors.get(categoryOrGuid.toLowerCase(Locale.ROOT)));
    }

    private static <V> Map<String, V> ignoringCase(Map<String, V> map) {
        var lower = new TreeMap<String, V>();
        map.forEach((name, value) -> lower.put(name.strip().toLowerCase(Locale.ROOT), value));
        return Map.copyOf(lower);
    }
}
