package org.keepreading.newsletter;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** A duration as it stands in a file: a whole number and its unit, such as {@code 2h} or {@code 3d}. */
record Span(Duration duration) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?([smhd])");

    static Duration parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no duration. Write a whole number and s, m, h or d, such as \"90m\", \"2h\" or \"3d\".");
        }
        return Duration.of(Long.parseLong(match.group(1)), unit(match.group(2)));
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    @Override
    public String toString() {
        var seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
