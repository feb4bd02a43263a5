package org.keepreading.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keepreading.source.Source;
import org.springframework.boot.convert.DurationStyle;

/** How long a source is left alone between two fetches. */
record FetchPause(Duration length) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** A number alone would be milliseconds, which nobody means. */
    private static final Pattern WITH_UNIT = Pattern.compile(".*[A-Za-z]");

    static FetchPause of(String word) {
        return read(word)
                .filter(length -> length.compareTo(Source.SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0)
                .map(FetchPause::new)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "\"" + word
                                        + "\" is no pause between two fetches. Write one from a minute to a year, such as 15m, 2h or 1d."));
    }

    private static Optional<Duration> read(String word) {
        try {
            return WITH_UNIT.matcher(word).matches()
                    ? Optional.of(DurationStyle.detectAndParse(word))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** Such as {@code 1h30m}. */
    static String text(Duration length) {
        return length.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text(length);
    }
}
