package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One header field (RFC 5322, section 2.2): the only line breaks in it are those of its own folding.
 *
 * @param words printable ASCII each; the field may be folded between them
 */
record Header(String name, List<String> words) {
    private static final int LINE = 76;
    private static final int LONGEST_PLAIN_WORD = 60;

    Header {
        words = List.copyOf(words);
        if (!words.stream().allMatch(Header::isPrintable)) {
            throw new IllegalArgumentException(
                    "The header " + name + " would hold something else than printable ASCII.");
        }
    }

    static Header of(String name, String value) {
        return new Header(name, List.of(value));
    }

    /** Whatever people write, such as a subject. */
    static Header text(String name, HeaderText text) {
        var words = List.of(text.value().split(" "));
        return new Header(name, isPlain(words) ? words : EncodedWord.all(text.value(), name.length() + 2));
    }

    /** What people call something, and its identifier in angle brackets. */
    static Header named(String name, HeaderText phrase, String identifier) {
        var words = new ArrayList<>(phrase(phrase.value(), name.length() + 2));
        words.add("<" + identifier + ">");
        return new Header(name, words);
    }

    byte[] bytes() {
        var field = new StringBuilder(name).append(':');
        var column = field.length();
        for (var word : words) {
            var fits = column == name.length() + 1 || column + 1 + word.length() <= LINE;
            field.append(fits ? " " : "\r\n ").append(word);
            column = (fits ? column : 0) + 1 + word.length();
        }
        return field.append("\r\n").toString().getBytes(US_ASCII);
    }

    /** As signatures see it (RFC 6376, section 3.4.2, relaxed): without its folding. */
    String relaxed() {
        return name.toLowerCase(Locale.ROOT) + ":"
                + String.join(" ", words).replaceAll(" {2,}", " ").strip();
    }

    private static List<String> phrase(String text, int column) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() > LONGEST_PLAIN_WORD || !isPlain(List.of(text))) {
            return EncodedWord.all(text, column);
        }
        return List.of(text.matches("[\\w!#$%&'*+/=?^`{|}~ -]+") ? text : quoted(text));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isPlain(List<String> words) {
        return words.stream()
                .allMatch(word -> word.length() <= LONGEST_PLAIN_WORD && isPrintable(word) && !word.contains("=?"));
    }

    private static boolean isPrintable(String word) {
        return word.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
