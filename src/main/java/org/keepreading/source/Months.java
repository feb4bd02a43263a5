package org.keepreading.source;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The months' names, long and short, in the languages of many newsrooms. */
final class Months {
    static final List<String> LANGUAGES = List.of(
            "en", "en-GB", "de", "de-AT", "fr", "fr-CA", "es", "pt", "pt-BR", "it", "nl", "sv", "da", "nb", "fi", "is",
            "et", "lv", "lt", "pl", "cs", "sk", "sl", "hr", "sr", "sr-Latn", "mk", "sq", "hu", "ro", "ca", "gl", "eu",
            "tr", "az", "kk", "hy", "ka", "el", "ru", "uk", "bg", "he", "ar", "fa", "hi", "th", "id", "ms", "fil", "sw",
            "af");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Pattern NO_LETTER = Pattern.compile("\\p{InCombiningDiacriticalMarks}|[^\\p{L}\\p{M}]");
    private static final Map<String, List<Integer>> NAMES = names();

    private Months() {}

    /** Its number; two where it means one month here and another there (as in Croatian and Czech), the more usual first. */
    static List<Integer> named(String name) {
        return NAMES.getOrDefault(key(name), List.of());
    }

    private static Map<String, List<Integer>> names() {
        var names = new HashMap<String, List<Integer>>();
        add(names, "sept", Month.SEPTEMBER);
        for (var language : LANGUAGES) {
            for (var month : Month.values()) {
                STYLES.forEach(
                        style -> add(names, month.getDisplayName(style, Locale.forLanguageTag(language)), month));
            }
        }
        names.remove("");
        return Map.copyOf(names);
    }

    /** In Hebrew "in October" is one word. */
    private static void add(Map<String, List<Integer>> names, String name, Month month) {
        for (var written : List.of(name, "\u05D1" + name)) {
            var numbers = names.computeIfAbsent(key(written), key -> new ArrayList<>(1));
            if (!numbers.contains(month.getValue())) {
                numbers.add(month.getValue());
            }
        }
    }

    /** Accents are often left out; what other scripts write above and below their letters is not. */
    static String key(String name) {
        return NO_LETTER
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
