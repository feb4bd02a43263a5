package org.keepreading.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Reads a relay's replies, each exactly once, and none but whole ones (RFC 5321, section 4.2.1). */
final class ReplyReader {
    private static final Pattern LINE = Pattern.compile("[2-5][0-9]{2}(?:[ -].*)?");
    private final InputStream in;

    ReplyReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    Reply next() throws IOException {
        var text = new StringBuilder();
        var line = line();
        var code = code(line);
        while (line.startsWith("-", 3)) {
            text.append(line).append(' ');
            line = line();
            if (code(line) != code) {
                throw RelayFault.unreadable(line);
            }
        }
        return new Reply(code, text.append(line).toString());
    }

    /** Whether something was said that nobody asked for. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    private static int code(String line) throws RelayFault {
        if (!LINE.matcher(line).matches()) {
            throw RelayFault.unreadable(line);
        }
        return Integer.parseInt(line.substring(0, 3));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = next(in); octet != '\n'; octet = next(in)) {
            line.write(octet);
        }
        return line.toString(UTF_8).replaceFirst("\r$", "");
    }

    private static int next(InputStream in) throws IOException {
        var octet = in.read();
        if (octet < 0) {
            throw new RelayFault("closed the connection");
        }
        return octet;
    }
}
