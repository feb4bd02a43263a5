package org.keepreading.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.springframework.util.unit.DataSize;

/** Reads a document, unpacked where it is packed with gzip, and never more of it than allowed. */
record Unpacking(DataSize most) {
    private static final int CHUNK = 16 * 1024;

    /**
     * @param name what the complaint calls the document
     * @throws FeedProblem if it is larger than allowed
     */
    byte[] read(String name, InputStream packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        copy(name, packed, bytes);
        return bytes.toByteArray();
    }

    /** The same, to wherever. */
    void copy(String name, InputStream packed, OutputStream to) throws IOException {
        var size = 0L;
        var from = unpacked(packed);
        var chunk = new byte[CHUNK];
        for (var count = from.read(chunk); count >= 0; count = from.read(chunk)) {
            to.write(chunk, 0, count);
            size += count;
            if (size > most.toBytes()) {
                throw tooLarge(name);
            }
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        var stream = new PushbackInputStream(packed, 2);
        var start = stream.readNBytes(2);
        stream.unread(start);
        var isGzip = start.length == 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
        return isGzip ? new GZIPInputStream(stream) : stream;
    }

    private FeedProblem tooLarge(String name) {
        return new FeedProblem(
                "%s has more than %d MB once it is unpacked, and reading stopped there. A feed needs no more than its latest articles; keepreading.source.maximum-size is the limit."
                        .formatted(name, most.toMegabytes()));
    }
}
