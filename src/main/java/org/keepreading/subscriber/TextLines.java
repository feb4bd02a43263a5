package org.keepreading.subscriber;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file as office programs write them: UTF-8, or UTF-16 where a byte order mark says so. A line that is not
 * UTF-8 is read as windows-1252, for itself alone: one stray byte does not spoil everybody's name.
 */
interface TextLines {
    /** {@code null} at the end. */
    @Nullable
    TextLine next() throws IOException;

    static TextLines of(InputStream file) throws IOException {
        var bytes = new BufferedInputStream(file, 1 << 16);
        if (begins(bytes, 0xFF, 0xFE)) {
            return wide(bytes, UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return wide(bytes, UTF_16BE);
        }
        begins(bytes, 0xEF, 0xBB, 0xBF);
        return new Narrow(bytes);
    }

    /** Skips the mark if the stream begins with it. */
    private static boolean begins(InputStream bytes, int... mark) throws IOException {
        bytes.mark(mark.length);
        for (var expected : mark) {
            if (bytes.read() != expected) {
                bytes.reset();
                return false;
            }
        }
        return true;
    }

    private static TextLines wide(InputStream bytes, Charset charset) {
        var reader = new LineNumberReader(new InputStreamReader(bytes, charset));
        return () -> {
            var text = reader.readLine();
            return text == null ? null : new TextLine(reader.getLineNumber(), text, false);
        };
    }

    /** Lines of one-byte line ends. What goes beyond the longest line is read over, so that no file fills the memory. */
    final class Narrow implements TextLines {
        private static final int LONGEST = 1024 * 1024;
        private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

        private final InputStream bytes;
        private long number;

        Narrow(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable TextLine next() throws IOException {
            var line = new ByteArrayOutputStream(256);
            var cut = false;
            var next = bytes.read();
            if (next == -1) {
                return null;
            }
            while (next != -1 && next != '\n' && next != '\r') {
                cut = line.size() == LONGEST;
                if (!cut) {
                    line.write(next);
                }
                next = bytes.read();
            }
            if (next == '\r') {
                begins(bytes, '\n');
            }
            return new TextLine(++number, decode(line.toByteArray()), cut);
        }

        private static String decode(byte[] line) {
            try {
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            } catch (CharacterCodingException e) {
                return new String(line, WINDOWS_1252);
            }
        }
    }
}
