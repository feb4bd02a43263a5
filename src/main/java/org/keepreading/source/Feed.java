package org.keepreading.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a document brought, or a part of it.
 *
 * @param title what the publication calls itself; empty where it does not
 * @param language BCP 47; empty where nobody knows
 * @param refused entries that could not be read at all
 */
record Feed(String title, String language, List<Entry> entries, List<Refusal> refused) {
    private static final int PART = 1_000;

    /** One of a document's entries, or why it is none. */
    sealed interface Read {
        record Taken(Entry entry) implements Read {}

        record Left(Refusal refusal) implements Read {}
    }

    /** A publication's entries in parts, each read when its turn comes. */
    static Stream<Feed> inParts(String title, String language, Iterator<Read> entries) {
        return Stream.iterate(
                part(title, language, entries), part -> !part.isEmpty(), part -> part(title, language, entries));
    }

    private static Feed part(String title, String language, Iterator<Read> all) {
        var entries = new ArrayList<Entry>();
        var refused = new ArrayList<Refusal>();
        while (entries.size() + refused.size() < PART && all.hasNext()) {
            var read = all.next();
            if (read instanceof Read.Taken taken) {
                entries.add(taken.entry());
            } else if (read instanceof Read.Left left) {
                refused.add(left.refusal());
            }
        }
        return new Feed(title, language, entries, refused);
    }

    private boolean isEmpty() {
        return entries.isEmpty() && refused.isEmpty();
    }

    /** With its entries as they read in its language, each with a headline. */
    Feed titled() {
        var locale = Drafting.locale(language);
        var titled = new Titled(locale);
        return new Feed(
                title,
                language,
                entries.stream().map(entry -> titled.of(entry.in(locale))).toList(),
                refused);
    }
}
