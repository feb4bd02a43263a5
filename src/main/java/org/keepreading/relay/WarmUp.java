package org.keepreading.relay;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many messages a relay with a new address may send on each day, until receivers know it: "2026-12-01: 50 100 500".
 * After the last of these days it may send what its rates allow.
 *
 * @param start the first day, UTC; {@code null}: the relay is known
 */
record WarmUp(@Nullable LocalDate start, List<Long> volumes) {
    static final WarmUp NONE = new WarmUp(null, List.of());
    private static final Pattern PLAN = Pattern.compile("([0-9-]+)\\s*:\\s*([1-9][0-9]{0,8}(?:\\s+[1-9][0-9]{0,8})*)");

    WarmUp {
        volumes = List.copyOf(volumes);
    }

    /** @throws IllegalArgumentException with a sentence, where it can't be read */
    public static WarmUp valueOf(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        var plan = PLAN.matcher(text.strip());
        if (!plan.matches()) {
            throw unreadable(text);
        }
        try {
            var volumes = Pattern.compile("\\s+").splitAsStream(plan.group(2)).map(Long::valueOf);
            return new WarmUp(LocalDate.parse(plan.group(1)), volumes.toList());
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }

    /** Nothing before the first day, no limit after the last. */
    OptionalLong volume(LocalDate day) {
        if (start == null) {
            return OptionalLong.empty();
        }
        var days = start.until(day, ChronoUnit.DAYS);
        if (days < 0) {
            return OptionalLong.of(0);
        }
        return days < volumes.size() ? OptionalLong.of(volumes.get((int) days)) : OptionalLong.empty();
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "\"%s\" is no plan for warming up. Write the first day and how many messages on each, such as \"2026-12-01: 50 100 500 1000\"."
                        .formatted(text));
    }
}
