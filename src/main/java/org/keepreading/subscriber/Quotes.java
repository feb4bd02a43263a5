package org.keepreading.subscriber;

import java.util.Arrays;

/**
 * Follows the quotes of a CSV record from line to line (RFC 4180, section 2). A quote opens a value where one begins, and closes
 * it only before a divider or at a line's end; blanks may stand around it.
 */
final class Quotes {
    private final String dividers;
    private boolean open;
    private boolean everClosed;
    private boolean wellPaired = true;

    private Quotes(String dividers, boolean open) {
        this.dividers = dividers;
        this.open = open;
    }

    /**
     * As a record begins.
     *
     * @param dividers the characters that may stand between two values
     */
    static Quotes outside(String dividers) {
        return new Quotes(dividers, false);
    }

    /** As a line begins in the middle of a value in quotes. */
    static Quotes inside(String dividers) {
        return new Quotes(dividers, true);
    }

    /** A value goes on in the next line. */
    boolean isOpen() {
        return open;
    }

    /** A value ended that a quote had begun. */
    boolean everClosed() {
        return everClosed;
    }

    /** No quote stands where it neither opens, nor closes, nor is written twice. */
    boolean isWellPaired() {
        return wellPaired;
    }

    Quotes follow(String line) {
        var valueBegins = true;
        for (var at = 0; at < line.length(); at++) {
            var letter = line.charAt(at);
            if (letter != '"') {
                valueBegins = !open && (isDivider(letter) || (valueBegins && isBlank(letter)));
            } else if (!open) {
                wellPaired &= valueBegins;
                open = valueBegins;
            } else if (line.startsWith("\"", at + 1)) {
                at++;
            } else {
                close(line, at);
            }
        }
        return this;
    }

    private void close(String line, int at) {
        var next = at + 1;
        while (next < line.length() && isBlank(line.charAt(next))) {
            next++;
        }
        var closes = next == line.length() || isDivider(line.charAt(next));
        open = !closes;
        everClosed |= closes;
        wellPaired &= closes;
    }

    /** How often the divider stands outside of quotes. */
    static long countOutside(String record, String divider, String dividers) {
        var quotes = outside(dividers);
        return Arrays.stream(record.split("(?<=[" + dividers + "])", -1))
                .filter(part -> !quotes.follow(part).isOpen() && part.endsWith(divider))
                .count();
    }

    private boolean isDivider(char letter) {
        return dividers.indexOf(letter) >= 0;
    }

    private boolean isBlank(char letter) {
        return (letter == ' ' || letter == '\t') && !isDivider(letter);
    }
}
