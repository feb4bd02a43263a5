package org.keepreading.source;

import java.util.List;

/**
 * What a document brought.
 *
 * @param title what the publication calls itself; empty where it does not
 * @param language BCP 47; empty where nobody knows
 * @param refused entries that could not be read at all
 */
record Feed(String title, String language, List<Entry> entries, List<Refusal> refused) {

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
