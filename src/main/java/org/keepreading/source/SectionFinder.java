package org.keepreading.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Section;

/**
 * Finds an entry's section: by the source's mapping, else by the title, else the source's default, else one that is made of what
 * the entry says. Of one document at most {@value #MOST_MADE} are made: a feed that files each story under a word of its own would
 * make thousands, and whoever chooses sections would have to read them all.
 */
final class SectionFinder {
    static final int MOST_MADE = 50;
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*[|:>»›/–—-]\\s*");

    private final Rules rules;
    private final String publication;
    private final Map<SectionKey, Section> byKey = new HashMap<>();
    private final Map<String, Section> byTitle = new HashMap<>();
    private int made;
    private int leftOver;

    /**
     * @param known the sections there are
     * @param publication what the feed calls itself, which many put before their sections: "Harbour | City"
     */
    SectionFinder(Rules rules, Collection<Section> known, String publication) {
        this.rules = rules;
        this.publication = publication;
        known.forEach(this::know);
    }

    private void know(Section section) {
        byKey.putIfAbsent(section.key(), section);
        byTitle.putIfAbsent(folded(section.title()), section);
    }

    private static String folded(String title) {
        return title.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

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
        return Optional.ofNullable(entry.section()).map(key -> find(key).orElseGet(() -> made(key, title(entry))));
    }

    private Optional<Section> titled(Entry entry) {
        return entry.categories().stream()
                .flatMap(category ->
                        Stream.concat(Stream.ofNullable(byTitle.get(folded(category))), find(key(category)).stream()))
                .findFirst();
    }

    private Section made(Entry entry) {
        var title = title(entry);
        return made(key(title), title);
    }

    private String title(Entry entry) {
        return entry.categories().stream().findFirst().orElse(ofAll());
    }

    private String ofAll() {
        return publication.isEmpty() ? "News" : publication;
    }

    private Section made(SectionKey key, String title) {
        return find(key).orElseGet(() -> madeAnew(key, title));
    }

    private Section madeAnew(SectionKey key, String title) {
        if (made < MOST_MADE) {
            made++;
            return remembered(new Section(key, Plain.atMost(200, title)));
        }
        leftOver++;
        return find(key(ofAll())).orElseGet(() -> remembered(new Section(key(ofAll()), Plain.atMost(200, ofAll()))));
    }

    private Section existing(SectionKey key) {
        return find(key).orElseGet(() -> remembered(Section.named(key)));
    }

    private Section remembered(Section section) {
        know(section);
        return section;
    }

    private Optional<Section> find(SectionKey key) {
        return Optional.ofNullable(byKey.get(key));
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

    /** What an editor should know of the entries for which no section was made any more. */
    Optional<String> note() {
        return leftOver == 0
                ? Optional.empty()
                : Optional.of(
                        "%d sections were made, and no more are of one document; %,d items of other categories went into \"%s\". Say with --map or --section where they belong."
                                .formatted(MOST_MADE, leftOver, ofAll()));
    }
}
