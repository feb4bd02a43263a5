package org.keepreading.relay;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How many messages may leave, as "20/s 500/min 10000/h 100000/d"; any of them may be left out, and no rate is no limit.
 * Those of a second and a minute are kept by spacing the messages, so that no stretch of time holds more.
 */
record RateLimits(Map<Period, Long> limits) {
    private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,11})/(s|min|h|d)");

    enum Period {
        SECOND("s", Duration.ofSeconds(1)),
        MINUTE("min", Duration.ofMinutes(1)),
        HOUR("h", Duration.ofHours(1)),
        DAY("d", Duration.ofDays(1));

        private final String unit;
        final Duration length;

        Period(String unit, Duration length) {
            this.unit = unit;
            this.length = length;
        }

        private static Period of(String unit) {
            return Arrays.stream(values())
                    .filter(period -> period.unit.equals(unit))
                    .findFirst()
                    .orElseThrow();
        }
    }

    RateLimits {
        limits = Map.copyOf(limits);
    }

    /** @throws IllegalArgumentException with a sentence, where it can't be read */
    public static RateLimits valueOf(String text) {
        var limits = new EnumMap<Period, Long>(Period.class);
        Pattern.compile("\\s+")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .forEach(word -> add(limits, word));
        return new RateLimits(limits);
    }

    private static void add(Map<Period, Long> limits, String word) {
        var rate = RATE.matcher(word);
        if (!rate.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no rate. Write 20/s, 500/min, 10000/h or 100000/d, with a blank between several."
                            .formatted(word));
        }
        if (limits.put(Period.of(rate.group(2)), Long.valueOf(rate.group(1))) != null) {
            throw new IllegalArgumentException("There are two rates for one \"%s\".".formatted(rate.group(2)));
        }
    }

    /** From one message to the next, at least. */
    Optional<Duration> spacing() {
        return limits.entrySet().stream()
                .filter(limit -> limit.getKey().compareTo(Period.MINUTE) <= 0)
                .map(limit -> limit.getKey().length.dividedBy(limit.getValue()))
                .max(Comparator.naturalOrder());
    }

    OptionalLong limit(Period period) {
        var limit = limits.get(period);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }
}
