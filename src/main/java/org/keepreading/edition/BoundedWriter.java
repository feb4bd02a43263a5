package org.keepreading.edition;

import java.io.StringWriter;
import java.io.Writer;
import org.springframework.util.unit.DataSize;

/** Keeps what is printed, up to a bound. */
final class BoundedWriter extends Writer {
    private final StringWriter kept = new StringWriter();
    private final DataSize bound;
    private final Spot spot;

    BoundedWriter(DataSize bound, Spot spot) {
        this.bound = bound;
        this.spot = spot;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        if (kept.getBuffer().length() + length > bound.toBytes()) {
            throw spot.problem("prints more than " + bound + ". Look for a loop that never ends.");
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
}
