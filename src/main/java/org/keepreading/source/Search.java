package org.keepreading.source;

import java.util.regex.Pattern;

/**
 * Looks for a pattern in a text that somebody else wrote, and no longer than any honest text needs: where a text was made to
 * keep a pattern going back and forth in it, nothing is found.
 */
final class Search {
    /** A paragraph of a newspaper takes less than half of it. */
    static final int MOST_LOOKS = 50_000;

    private Search() {}

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Watched(text)).matches();
        } catch (Watched.Endless e) {
            return false;
        }
    }

    /** The text without the pattern's first match. */
    static String without(Pattern pattern, String text) {
        return replaceFirst(pattern, text, "");
    }

    static String replaceFirst(Pattern pattern, String text, String replacement) {
        try {
            return pattern.matcher(new Watched(text)).replaceFirst(replacement);
        } catch (Watched.Endless e) {
            return text;
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST_LOOKS) {
                throw new Endless();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }

        private static final class Endless extends RuntimeException {
            private static final long serialVersionUID = 1;

            Endless() {
                super("The pattern goes back and forth without end.", null, false, false);
            }
        }
    }
}
