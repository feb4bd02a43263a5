package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * Writes text as quoted-printable (RFC 2045, section 6.7), so that no relay has a reason to change it: 7 bit, lines of
 * at most 76, no blank at a line's end. No line begins with a dot, hence none needs stuffing (RFC 5321, section 4.5.2),
 * or with "From ", which mailbox files escape.
 */
final class QuotedPrintable {
    private static final int LINE = 76;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");
    private static final String HEX = "0123456789ABCDEF";
    private final ByteArrayOutputStream out;
    private int column;

    /** Begins at a line's start. */
    QuotedPrintable(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** The text as whole lines: what follows begins a line, but continues the text. */
    static byte[] lines(String text) {
        var out = new ByteArrayOutputStream(text.length() + 16);
        var encoder = new QuotedPrintable(out);
        encoder.write(text);
        encoder.breakSoftly();
        return out.toByteArray();
    }

    /** Control characters are left out, halves of a character replaced; a blank at the end is written as if the line ended. */
    void write(String anyText) {
        var text = CONTROLS.matcher(anyText).replaceAll("");
        var length = 0;
        for (int at = 0; at < text.length(); at += length) {
            length = Character.charCount(text.codePointAt(at));
            writeCharacter(text, at, text.codePointAt(at));
        }
    }

    /** Goes to a line's start without the text having a line break there. */
    void breakSoftly() {
        if (column > 0) {
            out.writeBytes(new byte[] {'=', '\r', '\n'});
            column = 0;
        }
    }

    private void writeCharacter(String text, int at, int character) {
        switch (character) {
            case '\r', '\n' -> breakLine(text, at);
            case '\t', ' ' -> writeBlank(text, at, character);
            default -> writeVisible(text, at, character);
        }
    }

    private void breakLine(String text, int at) {
        if (!text.startsWith("\r\n", at)) {
            out.write('\r');
            out.write('\n');
            column = 0;
        }
    }

    private void writeBlank(String text, int at, int blank) {
        if (at + 1 == text.length() || text.charAt(at + 1) == '\r' || text.charAt(at + 1) == '\n') {
            writeEscaped(Character.toString(blank));
        } else {
            writeLiteral(blank);
        }
    }

    private void writeVisible(String text, int at, int character) {
        makeRoom(1);
        if (character >= 0x80 || character == '=' || isUnsafeAtStart(text, at)) {
            writeEscaped(isHalf(character) ? "\uFFFD" : Character.toString(character));
        } else {
            writeLiteral(character);
        }
    }

    private boolean isUnsafeAtStart(String text, int at) {
        return column == 0 && (text.startsWith(".", at) || text.startsWith("From ", at));
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private void writeLiteral(int character) {
        makeRoom(1);
        out.write(character);
        column++;
    }

    private void writeEscaped(String character) {
        var octets = character.getBytes(UTF_8);
        makeRoom(3 * octets.length);
        for (var octet : octets) {
            out.write('=');
            out.write(HEX.charAt((octet >> 4) & 0xF));
            out.write(HEX.charAt(octet & 0xF));
        }
        column += 3 * octets.length;
    }

    private void makeRoom(int length) {
        if (column + length >= LINE) {
            breakSoftly();
        }
    }
}
