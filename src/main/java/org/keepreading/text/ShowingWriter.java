package org.keepreading.text;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads. Whatever is printed is a value on one line, whoever forgot where it came from: only {@code println}, the
 * format of {@code printf} and {@link Laid} end lines. What is written ({@code write}) is for programs, in a format that escapes
 * by itself.
 */
public final class ShowingWriter extends PrintWriter {

    public ShowingWriter(Writer out) {
        super(out, true);
    }

    @Override
    public void print(@Nullable String value) {
        super.print(Shown.of(String.valueOf(value)));
    }

    @Override
    public void print(@Nullable Object value) {
        if (value instanceof Laid) {
            write(value.toString());
        } else {
            print(String.valueOf(value));
        }
    }

    @Override
    public void print(char value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        print(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        print(value);
        println();
    }

    @Override
    public PrintWriter format(String format, @Nullable Object... values) {
        return format(Locale.getDefault(Locale.Category.FORMAT), format, values);
    }

    @Override
    public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... values) {
        write(String.format(
                locale, format, Arrays.stream(values).map(ShowingWriter::shown).toArray()));
        flush();
        return this;
    }

    /** Figures and times keep their type, for their formats. */
    private static @Nullable Object shown(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof TemporalAccessor || value instanceof Laid
                ? value
                : Shown.of(value.toString());
    }
}
