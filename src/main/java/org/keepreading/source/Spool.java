package org.keepreading.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** What a site sent, in a file until it is its turn to be read: many slow sites at a time take no memory. */
final class Spool implements AutoCloseable {
    private final FileChannel file;
    private final long size;

    private Spool(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    /** @throws FeedProblem if it is larger than allowed */
    static Spool of(String name, InputStream packed, Unpacking unpacking) throws IOException {
        var file = nameless();
        try {
            unpacking.copy(name, packed, Channels.newOutputStream(file));
            return new Spool(file, file.size());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** It has no name any more, so nothing stays of it however the process ends. */
    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("keepreading-", ".spool");
        var file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        Files.deleteIfExists(path);
        return file;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    byte[] bytes() {
        try {
            var bytes = ByteBuffer.allocate(Math.toIntExact(size));
            for (var count = 0; count >= 0 && bytes.hasRemaining(); ) {
                count = file.read(bytes, bytes.position());
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
