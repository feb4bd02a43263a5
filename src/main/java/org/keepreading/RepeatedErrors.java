package org.keepreading;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.journal.Journal;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Keeps an error that repeats from filling the log, whoever logs it: it comes once, then after pauses that double from a
 * minute to an hour, with how often it came meanwhile. Errors are the same where their words are; with an exception, where
 * its cause is, but for numbers. Logback makes it, hence public.
 */
public final class RepeatedErrors extends TurboFilter {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int REMEMBERED = 500;

    private final InstantSource clock;
    private final Map<String, Repeat> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Repeat> eldest) {
            return size() > REMEMBERED;
        }
    };

    public RepeatedErrors() {
        this(InstantSource.system());
    }

    RepeatedErrors(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        return decide(logger, level, level + logger.getName() + what(format, arguments, thrown));
    }

    private FilterReply decide(Logger logger, Level level, String error) {
        var held = 0;
        Instant since;
        synchronized (known) {
            var now = clock.instant();
            var repeat = known.computeIfAbsent(error, another -> new Repeat());
            if (repeat.isHeldBack(now)) {
                return FilterReply.DENY;
            }
            since = repeat.since;
            held = repeat.release(now);
        }
        if (held > 0) {
            tell(logger, level, held, since);
        }
        return FilterReply.NEUTRAL;
    }

    /** By the appenders, past this filter: an error about errors would be one itself. */
    private static void tell(Logger logger, Level level, int held, Instant since) {
        logger.callAppenders(new LoggingEvent(
                RepeatedErrors.class.getName(),
                logger,
                level,
                "What follows came %,d times more since %s.".formatted(held, Journal.time(since)),
                null,
                null));
    }

    private static String what(String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
        var problem = thrown == null ? MessageFormatter.getThrowableCandidate(arguments) : thrown;
        return problem == null
                ? MessageFormatter.basicArrayFormat(format, arguments)
                : format + deepest(problem).toString().replaceAll("[0-9]+", "#");
    }

    private static Throwable deepest(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .reduce(problem, (above, below) -> below);
    }

    /** One error; guarded by the map. */
    private static final class Repeat {
        private Instant since = Instant.MIN;
        private Instant until = Instant.MIN;
        private Duration pause = FIRST_PAUSE;
        private int held;

        boolean isHeldBack(Instant now) {
            if (!now.isBefore(until)) {
                return false;
            }
            held++;
            return true;
        }

        /** @return how many were held back since the one before */
        int release(Instant now) {
            var before = held;
            var isQuietSince = now.isAfter(until.plus(pause));
            pause = isQuietSince ? FIRST_PAUSE : shorter(pause.multipliedBy(2));
            since = now;
            until = now.plus(pause);
            held = 0;
            return before;
        }

        private static Duration shorter(Duration doubled) {
            return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }
}
