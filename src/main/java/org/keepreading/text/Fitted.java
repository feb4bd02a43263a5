package org.keepreading.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words from outside as a column of the database takes them: the one door through which they go. Lengths are in UTF-16 units,
 * as H2 counts them; PostgreSQL counts characters, of which there are never more.
 */
public final class Fitted {
    /** What no column takes: U+0000, which PostgreSQL refuses, and halves of a character, which are no text in UTF-8. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    /** As a reader sees it: letters with their accents, families of emoji (UAX 29). The JDK 17's BreakIterator parts those. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final String ELLIPSIS = "…";
    private static final int DIGITS_OF_HASH = 64;

    private Fitted() {}

    /** The text without what no column takes. */
    public static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }

    public static boolean isStorable(String text) {
        return !UNSTORABLE.matcher(text).find();
    }

    /** At most so long; what is longer ends in "…", after a whole character as a reader sees it. */
    public static String cut(String text, int longest) {
        var storable = storable(text);
        return storable.length() <= longest ? storable : beginning(storable, longest - ELLIPSIS.length()) + ELLIPSIS;
    }

    /** The same, of what may be missing. */
    public static @Nullable String cutIfAny(@Nullable String text, int longest) {
        return text == null ? null : cut(text, longest);
    }

    /** What tells two things apart, at most so long: what is longer ends in its SHA-256, and stays as distinct as it was. */
    public static String key(String text, int longest) {
        var storable = storable(text);
        return storable.length() <= longest
                ? storable
                : beginning(storable, longest - DIGITS_OF_HASH - 1) + "#" + hash(storable);
    }

    /** As many whole characters as there is room for; of a first one that is longer than that, a part. */
    private static String beginning(String text, int longest) {
        var character = CHARACTER.matcher(text).region(0, Math.min(text.length(), longest + 1));
        var end = 0;
        while (character.find() && character.end() <= longest) {
            end = character.end();
        }
        return text.substring(0, end > 0 ? end : wholeUnits(text, longest));
    }

    private static int wholeUnits(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
