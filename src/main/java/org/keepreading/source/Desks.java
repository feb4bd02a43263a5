package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.SectionKey;

/**
 * Finds an entry's section: by the source's mapping, else by the title, else the source's default, else one that is made of what
 * the entry says.
 *
 * @param known the sections there are
 * @param publication what the feed calls itself, which many put before their sections: "Harbour | City"
 */
record Desks(Rules rules, List<Section> known, String publication) {
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*[|:>»›/–—-]\\s*");

    Section of(Entry entry) {
        return mapped(entry)
                .or(() -> said(entry))
                .or(() -> titled(entry))
                .or(() -> Optional.ofNullable(rules.defaultSection()).map(this::existing))
                .orElseGet(() -> made(entry));
    }

    private Optional<Section> mapped(Entry entry) {
        return entry.categories().stream()
                .flatMap(category -> rules.desk(category).stream())
                .findFirst()
                .map(this::existing);
    }

    private Optional<Section> said(Entry entry) {
        return Optional.ofNullable(entry.section()).map(key -> find(key).orElseGet(() -> named(key, title(entry))));
    }

    private Optional<Section> titled(Entry entry) {
        return entry.categories().stream()
                .flatMap(category -> known.stream()
                        .filter(section -> section.title().equalsIgnoreCase(category)
                                || section.key().equals(key(category))))
                .findFirst();
    }

    private Section made(Entry entry) {
        var title = title(entry);
        return named(key(title), title);
    }

    private String title(Entry entry) {
        return entry.categories().stream().findFirst().orElse(publication.isEmpty() ? "News" : publication);
    }

    private Section existing(SectionKey key) {
        return find(key).orElseGet(() -> Section.named(key));
    }

    private static Section named(SectionKey key, String title) {
        return new Section(key, Plain.atMost(200, title));
    }

    private Optional<Section> find(SectionKey key) {
        return known.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** "Harbour | City" of the Harbour is {@code city}. */
    private SectionKey key(String category) {
        var bare = withoutPublication(category);
        return SectionKey.of(bare == null ? category : bare);
    }

    private @Nullable String withoutPublication(String category) {
        if (publication.isEmpty() || !category.regionMatches(true, 0, publication, 0, publication.length())) {
            return null;
        }
        var rest = category.substring(publication.length());
        var bare = SEPARATOR.matcher(rest).replaceFirst("");
        return bare.isEmpty() || bare.equals(rest) ? null : bare;
    }
}
