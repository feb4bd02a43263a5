package org.keepreading.edition;

import java.util.regex.Pattern;

/** Shortens words for where a line is all there is, at the end of a sentence or between two words. */
final class Headline {
    private static final int LINE = 64;
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.{16,}?[.?!])\\s.*");

    private Headline() {}

    /** What a link says after "Keep Reading". */
    static String about(String headline) {
        if (headline.length() <= LINE) {
            return headline;
        }
        var sentence = FIRST_SENTENCE.matcher(headline);
        return sentence.matches() && sentence.group(1).length() <= LINE ? sentence.group(1) : cut(headline, LINE);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var space = text.lastIndexOf(' ', longest - 1);
        var end = space > longest / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, longest - 1));
        return text.substring(0, end).replaceAll("[\\s,;:.–—-]+$", "") + "…";
    }
}
