package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** Reads UTF-8 into which someone pasted bytes of windows-1252. */
final class Utf8 {
    private final ByteBuffer from;
    private final CharBuffer to;
    private int strays;

    private Utf8(byte[] bytes) {
        this.from = ByteBuffer.wrap(bytes);
        this.to = CharBuffer.allocate(bytes.length + 1);
    }

    /** All of it as windows-1252 where more bytes are strays than are not: "é »" of the one looks like a letter of the other. */
    static String withStrayBytes(byte[] bytes) {
        var reading = new Utf8(bytes);
        var letters = reading.letters();
        var beyondAscii = letters.codePoints().filter(letter -> letter > 0x7F).count();
        return reading.strays * 2L > beyondAscii ? new String(bytes, Encoding.WINDOWS_1252) : letters;
    }

    private String letters() {
        var decoder = UTF_8.newDecoder();
        for (var result = decoder.decode(from, to, true); result.isError(); result = decoder.decode(from, to, true)) {
            stray(result.length());
        }
        return to.flip().toString();
    }

    private void stray(int length) {
        var bytes = new byte[length];
        from.get(bytes);
        to.put(new String(bytes, Encoding.WINDOWS_1252));
        strays += length;
    }
}
