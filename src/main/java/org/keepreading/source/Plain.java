package org.keepreading.source;

import org.keepreading.text.Fitted;

/** Plain text as a teaser keeps it. */
final class Plain {
    private static final String INVISIBLE =
            "\u200B\u2060\uFEFF\u00AD\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private Plain() {}

    /** No line breaks, no control characters, no invisible ones that reverse or break words, no spaces at the ends. */
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (!isSpace(letter)) {
                append(line, letter);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().stripTrailing();
    }

    private static void append(StringBuilder line, char letter) {
        if (letter < '\u00AD' || INVISIBLE.indexOf(letter) < 0) {
            line.append(letter);
        }
    }

    private static boolean isSpace(char letter) {
        return letter <= ' ' || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }

    /** At most so many characters, cut between two words. */
    static String atMost(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        var cut = text.substring(0, longest - 1);
        var space = cut.lastIndexOf(' ');
        return space > longest / 2 ? cut.substring(0, space) + "…" : Fitted.cut(text, longest);
    }
}
