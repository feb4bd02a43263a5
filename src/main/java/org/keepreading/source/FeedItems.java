package org.keepreading.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where the items of a feed's text begin and end. One that is not closed ends where the next begins. */
final class FeedItems {
    private static final Set<String> NAMES = Set.of("item", "entry");

    private final String name;
    private final XmlTags tags;
    private final int length;
    private @Nullable Item open;

    enum Ending {
        ITS_OWN,
        THE_NEXT_ITEM,
        THE_DOCUMENTS
    }

    /** From its first letter to the one after its last. */
    record Item(int start, int end, Ending ending) {}

    private FeedItems(String text, String name) {
        this.name = name;
        this.tags = new XmlTags(text);
        this.length = text.length();
    }

    /** Those of the name that most have: a feed may have a few items of somebody else's namespace in it. */
    static FeedItems of(String text) {
        var counts = new HashMap<String, Integer>();
        var tags = new XmlTags(text);
        while (tags.next()) {
            if (!tags.isClosing() && NAMES.contains(Names.local(tags.name()))) {
                counts.merge(tags.name(), 1, Integer::sum);
            }
        }
        return new FeedItems(
                text,
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(""));
    }

    /** Empty after the last. */
    Optional<Item> next() {
        while ((open == null || open.ending() != Ending.ITS_OWN) && tags.next()) {
            if (tags.name().equals(name) && !isEmptyWithin()) {
                var before = open;
                open = tags.isClosing() ? null : started();
                if (before != null) {
                    return Optional.of(
                            tags.isClosing()
                                    ? new Item(before.start(), tags.end(), Ending.ITS_OWN)
                                    : new Item(before.start(), tags.start(), Ending.THE_NEXT_ITEM));
                }
            }
        }
        var last = Optional.ofNullable(open);
        open = null;
        return last;
    }

    /** One with nothing in it that stands within another ends nothing. */
    private boolean isEmptyWithin() {
        return open != null && tags.isEmpty();
    }

    private Item started() {
        return tags.isEmpty()
                ? new Item(tags.start(), tags.end(), Ending.ITS_OWN)
                : new Item(tags.start(), length, Ending.THE_DOCUMENTS);
    }

    /** What the feed's items are called, with their prefix. */
    String name() {
        return name;
    }
}
