package org.keepreading.edition;

import java.nio.charset.StandardCharsets;

/** How heavy HTML is, decoded and as it is sent in quoted-printable (RFC 2045, section 6.7). */
record Weight(long decoded, long encoded) {
    private static final int LINE = 75;

    static Weight of(String html) {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        var encoded = 0L;
        for (var octet : bytes) {
            encoded += isPlain(octet) ? 1 : 3;
        }
        // A line end takes three more for each full line.
        return new Weight(bytes.length, encoded + 3 * encoded / LINE);
    }

    private static boolean isPlain(byte octet) {
        return octet == '\n' || (octet >= ' ' && octet < 127 && octet != '=');
    }

    boolean isWithin(EditionSettings limits) {
        return decoded <= limits.htmlLimit().toBytes()
                && encoded <= limits.encodedLimit().toBytes();
    }
}
