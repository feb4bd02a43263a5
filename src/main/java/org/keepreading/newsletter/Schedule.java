package org.keepreading.newsletter;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparingInt;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quartz.CronExpression;

/**
 * When a newsletter is due: a Quartz cron expression, read as local time in the newsletter's zone. A local time that a clock
 * change skips comes as much later as the clock was put forward; one that a clock change repeats comes the first time only.
 */
public record Schedule(String cron) {
    private static final Duration LONGEST_CHANGE = Duration.ofDays(1);
    private static final Comparator<ZoneOffset> BY_SECONDS = comparingInt(ZoneOffset::getTotalSeconds);

    public Schedule {
        CronForm.check(cron);
    }

    /** In a sentence, what it says that its writer hardly meant; whoever takes it from a person asks. */
    public Optional<String> doubt() {
        return CronForm.doubt(cron);
    }

    /** The slots from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    public List<Instant> slots(ZoneId zone, Instant from, Instant to) {
        var slots = new TreeSet<Instant>();
        localTimes(earliestLocal(zone, from))
                .takeWhile(local -> !local.isAfter(latestLocal(zone, to)))
                .map(local -> resolve(local, zone))
                .filter(slot -> !slot.isBefore(from) && slot.isBefore(to))
                .forEach(slots::add);
        return List.copyOf(slots);
    }

    /** The first slot after {@code after}; empty where the schedule has ended. */
    public Optional<Instant> next(ZoneId zone, Instant after) {
        var start = after.plusNanos(1);
        return localTimes(earliestLocal(zone, start))
                .map(local -> resolve(local, zone))
                .filter(slot -> slot.isAfter(after))
                .findFirst()
                // a skipped local time is put off, perhaps past a later one
                .map(slot -> slots(zone, start, slot.plusNanos(1)).get(0));
    }

    private static Instant resolve(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.of(local, zone).toInstant();
    }

    /** Local times know no offset, so they are worked out as if in UTC, where no clock changes. */
    private Stream<LocalDateTime> localTimes(LocalDateTime from) {
        var expression = expression();
        var first =
                expression.getNextValidTimeAfter(Date.from(from.minusSeconds(1).toInstant(UTC)));
        return Stream.iterate(first, time -> time != null, expression::getNextValidTimeAfter)
                .map(time -> LocalDateTime.ofInstant(time.toInstant(), UTC));
    }

    private CronExpression expression() {
        try {
            var expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(UTC));
            return expression;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDateTime earliestLocal(ZoneId zone, Instant instant) {
        return LocalDateTime.ofInstant(
                instant, offsets(zone, instant).min(BY_SECONDS).orElseThrow());
    }

    private static LocalDateTime latestLocal(ZoneId zone, Instant instant) {
        return LocalDateTime.ofInstant(
                instant, offsets(zone, instant).max(BY_SECONDS).orElseThrow());
    }

    /** Those that a local time near the instant may have been read with: no clock change is longer than a day. */
    private static Stream<ZoneOffset> offsets(ZoneId zone, Instant instant) {
        return Stream.of(instant, instant.minus(LONGEST_CHANGE)).map(zone.getRules()::getOffset);
    }
}
