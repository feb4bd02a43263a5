package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/** Reads UTF-8 into which someone pasted bytes of windows-1252. */
final class Utf8 {
    private Utf8() {}

    static String withStrayBytes(byte[] bytes) {
        var decoder = UTF_8.newDecoder();
        var from = ByteBuffer.wrap(bytes);
        var to = CharBuffer.allocate(bytes.length + 1);
        for (var result = decoder.decode(from, to, true); result.isError(); result = decoder.decode(from, to, true)) {
            stray(from, result.length(), to);
        }
        return to.flip().toString();
    }

    private static void stray(ByteBuffer from, int length, CharBuffer to) {
        var stray = new byte[length];
        from.get(stray);
        to.put(new String(stray, Encoding.WINDOWS_1252));
    }
}
