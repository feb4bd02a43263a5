package org.keepreading.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * A socket that neither waits nor reads for ever, whatever the other side does: a socket's own time-out begins anew with
 * each byte, and for writing there is none.
 */
final class RelaySocket extends Socket {
    /** Several times what a relay has to say to one message, or a TLS handshake takes. */
    private static final int MOST_OCTETS = 256 * 1024;

    private volatile long start = System.nanoTime();
    private volatile long limit = Long.MAX_VALUE;
    private int read;

    /** Until {@link #rest()}: the time within which all must be said and answered. */
    void hurry(Duration time) {
        read = 0;
        start = System.nanoTime();
        limit = time.toNanos();
    }

    void rest() {
        limit = Long.MAX_VALUE;
    }

    void closeIfOverdue() {
        if (isOverdue()) {
            abort();
        }
    }

    boolean isOverdue() {
        return System.nanoTime() - start > limit;
    }

    /** Closes it at once, without a word. */
    void abort() {
        try {
            close();
        } catch (IOException e) {
            // a socket that can't be closed is of no use either
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                return count(1, super.read());
            }

            @Override
            public int read(byte[] octets, int from, int length) throws IOException {
                var got = super.read(octets, from, length);
                return count(got, got);
            }
        };
    }

    private int count(int got, int result) throws IOException {
        read += got;
        if (read > MOST_OCTETS) {
            throw new RelayFault("answered more than " + MOST_OCTETS / 1024 + " KiB");
        }
        return result;
    }
}
