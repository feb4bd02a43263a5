package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Writes what is not ASCII into headers (RFC 2047): words of at most 75, each a whole number of characters. */
enum EncodedWord {
    Q {
        @Override
        int weight(int character) {
            return character == ' ' || isLiteral(character) ? 1 : 3 * utf8Length(character);
        }

        @Override
        int capacity(int room) {
            return room;
        }

        @Override
        String encode(String text) {
            var encoded = new StringBuilder();
            for (var octet : text.getBytes(UTF_8)) {
                encoded.append(octet == ' ' ? "_" : isLiteral(octet) ? "" + (char) octet : escaped(octet));
            }
            return encoded.toString();
        }
    },
    B {
        @Override
        int weight(int character) {
            return utf8Length(character);
        }

        @Override
        int capacity(int room) {
            return room / 4 * 3;
        }

        @Override
        String encode(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        }
    };

    private static final int LONGEST = 75;
    private static final String LITERAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * The text as encoded words, to be set apart by white space, which whoever reads them leaves out.
     *
     * @param column where in its line the first of them begins; a line with encoded words holds 76 characters
     */
    static List<String> all(String text, int column) {
        return (isMostlyAscii(text) ? Q : B).words(text, LONGEST + 1 - column);
    }

    private List<String> words(String text, int firstLength) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var room = capacity(firstLength - framed("").length());
        for (int character : text.codePoints().toArray()) {
            if (weight(character) > room) {
                words.add(framed(encode(word.toString())));
                word.setLength(0);
                room = capacity(LONGEST - framed("").length());
            }
            word.appendCodePoint(character);
            room -= weight(character);
        }
        words.add(framed(encode(word.toString())));
        return words;
    }

    /** What a character takes of a word's capacity. */
    abstract int weight(int character);

    /** How much weight goes into this many characters of encoded text. */
    abstract int capacity(int room);

    abstract String encode(String text);

    private String framed(String encoded) {
        return "=?UTF-8?" + name() + "?" + encoded + "?=";
    }

    private static boolean isMostlyAscii(String text) {
        return text.codePoints().filter(character -> character < 0x80).count() * 3 > text.length() * 2L;
    }

    /** Literal in a phrase as well (section 5, rule 3). */
    private static boolean isLiteral(int character) {
        return LITERAL.indexOf(character) >= 0;
    }

    private static String escaped(byte octet) {
        return "=" + HEX.toHexDigits(octet);
    }

    private static int utf8Length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
