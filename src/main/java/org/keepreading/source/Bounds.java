package org.keepreading.source;

import java.util.regex.Pattern;

/** How much of an entry is looked at: more than any teaser shows, and so little that a hostile one costs nothing. */
final class Bounds {
    /** Of categories, links, pictures and people. */
    static final int OF_A_KIND = 50;

    /** Each is taken apart by itself, which takes some 2 KB, however short it is. */
    static final int PARAGRAPHS = 200;

    static final int LONGEST_LINK = 8_000;
    static final int LONGEST_LINE = 1_000;
    private static final int LONGEST = 200_000;
    private static final int TAGS = 5_000;

    /** A picture within the text, which no email shows. */
    private static final Pattern DATA = Pattern.compile("data:[^\"'\\s<>)]{200,}+");

    private Bounds() {}

    /** The beginning of a piece of writing. */
    static String within(String writing) {
        if (writing.length() < TAGS) {
            return writing;
        }
        var bare = DATA.matcher(writing).replaceAll("data:,");
        return bare.substring(0, Math.min(LONGEST, endOfTags(bare)));
    }

    private static int endOfTags(String writing) {
        var at = -1;
        for (var tags = 0; tags <= TAGS; tags++) {
            at = writing.indexOf('<', at + 1);
            if (at < 0) {
                return writing.length();
            }
        }
        return at;
    }
}
