package org.keepreading.text;

import java.util.regex.Pattern;

/**
 * A value as a terminal and a log show it: on one line, without what would forge another line, command the terminal or turn the
 * words around. What Persian, Hindi and emoji are written with (U+200C, U+200D) stays.
 */
public final class Shown {
    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");
    /** Controls; bidirectional marks, embeddings and isolates (UAX 9); zero-width space, byte order mark; tags. */
    private static final String HIDDEN_CLASS =
            "\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}";

    private static final Pattern HIDDEN = Pattern.compile("[" + HIDDEN_CLASS + "]");
    private static final Pattern HIDDEN_IN_JSON = Pattern.compile("[" + HIDDEN_CLASS + "&&[^\\r\\n\\t]]");

    private Shown() {}

    /** The value on one line. */
    public static String of(String value) {
        var line = BREAK.matcher(value).replaceAll(" ");
        return HIDDEN.matcher(line).replaceAll("");
    }

    /** JSON that says the same, with what is hidden as its escapes; line ends stay, which in JSON are layout. */
    static String escaped(String json) {
        return HIDDEN_IN_JSON.matcher(json).replaceAll(hidden -> {
            var escapes = new StringBuilder();
            hidden.group().chars().forEach(unit -> escapes.append("\\\\u%04x".formatted(unit)));
            return escapes.toString();
        });
    }
}
