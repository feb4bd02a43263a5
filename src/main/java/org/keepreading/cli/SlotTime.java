package org.keepreading.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.function.Function;

/**
 * A slot as somebody wrote it: an instant, or the time of a newsletter's zone. A local time that a clock change skips or
 * repeats is read as a schedule reads it.
 */
record SlotTime(Function<ZoneId, Instant> reading) {
    private static final ValueRange YEARS = ValueRange.of(1970, 9999);

    static SlotTime of(String word) {
        try {
            var time = inOurDays(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    word.strip().replaceFirst(" +", "T"), OffsetDateTime::from, LocalDateTime::from));
            return new SlotTime(
                    time instanceof OffsetDateTime at
                            ? zone -> at.toInstant()
                            : zone -> ((LocalDateTime) time).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + word
                    + "\" is no time. Write date and time, such as 2026-03-02T07:00 (in the newsletter's zone),"
                    + " 2026-03-02T07:00:00Z or 2026-03-02T08:00:00+01:00.");
        }
    }

    /** No database takes all the years that Java has. */
    private static TemporalAccessor inOurDays(TemporalAccessor time) {
        YEARS.checkValidValue(time.get(ChronoField.YEAR), ChronoField.YEAR);
        return time;
    }

    Instant in(ZoneId zone) {
        return reading.apply(zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
