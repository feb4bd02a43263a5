package org.keepreading.source;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The months' names, long and short, in the languages of Europe's and America's newsrooms. */
final class Months {
    /** No two of them give one name to different months (as Czech and Croatian do). */
    static final List<String> LANGUAGES = List.of(
            "en", "en-GB", "de", "de-AT", "fr", "fr-CA", "es", "pt", "pt-BR", "it", "nl", "sv", "da", "nb", "fi", "is",
            "et", "lv", "pl", "cs", "sk", "sl", "hu", "ro", "ca", "eu", "tr", "el", "ru", "uk", "bg", "id");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Map<String, Month> NAMES = names();

    private Months() {}

    static Optional<Integer> named(String name) {
        return Optional.ofNullable(NAMES.get(key(name))).map(Month::getValue);
    }

    private static Map<String, Month> names() {
        var names = new HashMap<String, Month>();
        names.put("sept", Month.SEPTEMBER);
        for (var language : LANGUAGES) {
            for (var month : Month.values()) {
                STYLES.forEach(style ->
                        names.putIfAbsent(key(month.getDisplayName(style, Locale.forLanguageTag(language))), month));
            }
        }
        names.remove("");
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
