package org.keepreading.edition;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** Keeps what is printed, up to a bound. */
final class BoundedWriter extends Writer {
    private final StringWriter kept = new StringWriter();
    private final long bound;

    BoundedWriter(long bound) {
        this.bound = bound;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (kept.getBuffer().length() + length > bound) {
            throw new OverflowException();
        }
        kept.write(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return kept.toString();
    }

    static final class OverflowException extends IOException {}
}
