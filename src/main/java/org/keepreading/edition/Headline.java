package org.keepreading.edition;

import java.util.Locale;
import java.util.regex.Pattern;
import org.keepreading.teaser.Sentences;

/** Shortens words for where a line is all there is, at the end of a sentence or between two words. Letters are what a reader takes for one (UAX 29). */
final class Headline {
    private static final int LINE = 64;

    /** Fewer say nothing. */
    private static final int LEAST = 20;

    private static final Pattern LETTER = Pattern.compile("\\X");
    private static final int SHORTEST = 16;
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:.–—-]+$");

    private Headline() {}

    /** What a link says after "Keep Reading". */
    static String about(String headline, Locale language) {
        if (letters(headline) <= LINE) {
            return headline;
        }
        var sentence = Sentences.of(language).lastEnd(headline, LINE);
        return sentence >= SHORTEST ? headline.substring(0, sentence).stripTrailing() : cut(headline, LINE);
    }

    static String cut(String text, int longest) {
        if (letters(text) <= longest) {
            return text;
        }
        var room = text.substring(0, end(text, longest - 1));
        var space = text.charAt(room.length()) == ' ' ? room.length() : room.lastIndexOf(' ');
        var end = space > room.length() / 2 ? space : room.length();
        return LOOSE_END.matcher(room.substring(0, end)).replaceFirst("") + "…";
    }

    static String shorterBy(int letters, String headline) {
        return cut(headline, Math.max(LEAST, letters(headline) - letters));
    }

    static int letters(String text) {
        return (int) LETTER.matcher(text).results().count();
    }

    /** Where the text's first letters end. */
    private static int end(String text, int letters) {
        return LETTER.matcher(text)
                .results()
                .limit(letters)
                .mapToInt(found -> found.end())
                .max()
                .orElse(0);
    }
}
