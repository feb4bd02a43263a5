package org.keepreading.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cells that office programs would take for a formula get an apostrophe before them, which those programs read as "text"
 * (OWASP, CSV injection). Reading a file takes one off again, so that what is exported comes back the same.
 */
final class CellText {
    private static final String FORMULA = "[=+@\\t\\r\\n＝＋－＠-].*";
    private static final Pattern TO_GUARD = Pattern.compile("'*" + FORMULA, Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + FORMULA, Pattern.DOTALL);

    private static final Pattern UNSEEN_AT_THE_ENDS =
            Pattern.compile("^[\\p{Z}\\p{Cc}\\p{Cf}]++|(?<![\\p{Z}\\p{Cc}\\p{Cf}])[\\p{Z}\\p{Cc}\\p{Cf}]++$");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Z}&&[^ ]]");

    private CellText() {}

    /** Without the blanks and invisible characters that come with copying around it, as byte order marks do. */
    static String trimmed(String cell) {
        return UNSEEN_AT_THE_ENDS.matcher(cell).replaceAll("");
    }

    /** The first character within it that no eye sees, and where: "U+00AD (soft hyphen) after 4 others". */
    static Optional<String> unseenIn(String cell) {
        return UNSEEN.matcher(cell)
                .results()
                .findFirst()
                .map(found -> "U+%04X (%s) after %d others"
                        .formatted(
                                found.group().codePointAt(0),
                                String.valueOf(Character.getName(found.group().codePointAt(0)))
                                        .toLowerCase(Locale.ROOT),
                                found.start()));
    }

    static String guarded(String value) {
        return TO_GUARD.matcher(value).matches() ? "'" + value : value;
    }

    static String bare(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
