package org.keepreading.letter;

import java.io.ByteArrayOutputStream;

/**
 * What signatures see of a body (RFC 6376, section 3.4.4): each run of blanks as one, none at a line's end. Empty lines at
 * a body's end would not count; ours end in a boundary.
 */
final class RelaxedBody {
    private RelaxedBody() {}

    /** @param lines whole ones, so that it does not matter what stands before and after them */
    static byte[] of(byte[] lines) {
        var relaxed = new ByteArrayOutputStream(lines.length);
        var blank = false;
        for (var octet : lines) {
            if (octet == ' ' || octet == '\t') {
                blank = true;
            } else {
                if (blank && octet != '\r') {
                    relaxed.write(' ');
                }
                blank = false;
                relaxed.write(octet);
            }
        }
        return relaxed.toByteArray();
    }
}
