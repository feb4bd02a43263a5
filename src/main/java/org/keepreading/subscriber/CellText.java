package org.keepreading.subscriber;

import java.util.regex.Pattern;

/**
 * Cells that office programs would take for a formula get an apostrophe before them, which those programs read as "text"
 * (OWASP, CSV injection). Reading a file takes one off again, so that what is exported comes back the same.
 */
final class CellText {
    private static final String FORMULA = "[=+@\\t\\r\\n＝＋－＠-].*";
    private static final Pattern TO_GUARD = Pattern.compile("'*" + FORMULA, Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + FORMULA, Pattern.DOTALL);

    private CellText() {}

    static String guarded(String value) {
        return TO_GUARD.matcher(value).matches() ? "'" + value : value;
    }

    static String bare(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
