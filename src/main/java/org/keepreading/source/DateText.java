package org.keepreading.source;

import java.util.List;
import java.util.regex.Pattern;

/** Spells a date as {@link Dates} reads it: digits of ASCII, a colon in the time, nothing that only a language's grammar wants. */
final class DateText {
    private record Spelling(Pattern written, String read) {}

    private static final List<Spelling> SPELLINGS = List.of(
            spelling("^/Date\\((\\d+)[^)]*\\)/$", "$1"),
            spelling("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]", "$1-$2-$3 "),
            spelling("(\\d{1,2})\\s+tháng\\s+(\\d{1,2}),?\\s+(?:năm\\s+)?(\\d{4})", "$3-$2-$1"),
            spelling("(\\d{1,2})\\s*[時时시]\\s*(\\d{1,2})\\s*[分분](?:\\s*\\d{1,2}\\s*[秒초])?", " $1:$2 "),
            spelling("(\\d{4})(?:\\.?\\s*gada|\\s*m\\.)\\s", "$1 "),
            spelling("\\b(?:of|d['’])\\s*(?=\\p{L})", ""),
            spelling("(?<=\\p{L})\\.(?=\\p{L})", ""),
            spelling("(\\d{1,2})\\.(\\d{2})\\.(\\d{2})(?:\\.\\d+)?(?=\\s*[ap]\\.?m)", "$1:$2:$3"),
            spelling("(?<=\\d{4}|\\bkl\\.?|\\bklo|\\bkell)\\s+(\\d{1,2})\\.(\\d{2})(?![.\\d])", " $1:$2"),
            spelling("(?<![.\\d])(\\d{1,2})\\.(\\d{2})(?=\\s*Uhr)", "$1:$2"),
            spelling("\\([^)]*\\)", " "),
            spelling("[-:]([+-]\\d{2}:?\\d{2})$", "$1"),
            spelling("(?<=\\s[+-])(0\\d{2})$", "$10"),
            spelling("(?<=\\s[+-])(\\d{3})$", "0$1"),
            spelling(",", " "),
            spelling("\\s+", " "));

    private DateText() {}

    private static Spelling spelling(String written, String read) {
        return new Spelling(Pattern.compile("(?iU)" + written), read);
    }

    static String of(String written) {
        var text = ascii(Plain.oneLine(written));
        for (var spelling : SPELLINGS) {
            text = spelling.written().matcher(text).replaceAll(spelling.read());
        }
        return text.strip();
    }

    private static String ascii(String text) {
        var letters = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
