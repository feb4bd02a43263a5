package org.keepreading.source;

import org.jspecify.annotations.Nullable;

/**
 * Text that should hold teasers.
 *
 * @param name what reports call it: a file's name or an address
 * @param address where it came from, which its links may be relative to; empty for a file
 */
record Document(String name, String address, String text) {

    static Document file(String name, byte[] bytes) {
        return new Document(name, "", Encoding.decode(bytes, null));
    }

    /** @param charset what the transport said */
    static Document page(String address, byte[] bytes, @Nullable String charset) {
        return new Document(address, address, Encoding.decode(bytes, charset));
    }
}
