package org.keepreading.source;

import java.util.regex.Pattern;
import org.keepreading.text.Fitted;

/** Plain text as a teaser keeps it. */
final class Plain {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD\\u202A-\\u202E\\u2066-\\u2069]");

    private Plain() {}

    /** No line breaks, no control characters, no invisible ones that reverse or break words, no spaces at the ends. */
    static String oneLine(String text) {
        return SPACE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
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
