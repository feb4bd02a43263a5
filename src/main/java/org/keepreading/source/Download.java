package org.keepreading.source;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a site answered when asked for a feed. */
sealed interface Download {

    /**
     * The document.
     *
     * @param address where it came from, after all redirects
     * @param charset what the transport said
     * @param movedTo where it is from now on (301, 308), if it said so
     */
    record Arrived(
            String address,
            Spool spool,
            @Nullable String charset,
            @Nullable String movedTo,
            @Nullable String etag,
            @Nullable String lastModified)
            implements Download, AutoCloseable {

        /** Reads it into memory. */
        Document document() {
            return Document.page(address, spool.bytes(), charset);
        }

        @Override
        public void close() {
            spool.close();
        }
    }

    /** The beginning of what lies there, whatever it is. */
    record Began(ByteBuffer bytes) implements Download {}

    /** Nothing is new since the last time (304). */
    record NotModified() implements Download {}

    /**
     * No document.
     *
     * @param retryAfter how long the site wants to be left alone, if it said so
     */
    record Refused(String problem, Optional<Duration> retryAfter) implements Download {}
}
