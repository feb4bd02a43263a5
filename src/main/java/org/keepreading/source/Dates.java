package org.keepreading.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the dates that feeds hold: RFC 822, RFC 3339, W3CDTF, asctime, epochs, and what people make of them. */
final class Dates {
    private static final int LONGEST = 200;
    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?(\\d{3})?(?:\\.\\d+)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![\\d/.-])(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?=$|[\\sTt])");
    private static final Pattern YEAR = Pattern.compile("\\s*(\\d{4})\\s*");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?=$|[\\sTt])");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{3})(?=$|[\\sTt])");
    private static final Pattern DAY_FIRST_DOTS =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern SLASHES = Pattern.compile("(?<!\\d)(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})(?!\\d)");
    private static final Pattern AMERICAN = Pattern.compile("\\b(?:[ECMP][SD]?T|AK[SD]T|HST)\\b");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|º|er)?(?:\\.|[\\s-])[\\s-]*(?:de\\s+)?(\\p{L}[\\p{L}\\p{M}]*)(?:\\.|[\\s-])[\\s-]*(?:de\\s+|del\\s+)?(\\d{4}|\\d{2})(?![\\d:])");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(
            "(\\p{L}[\\p{L}\\p{M}]*)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s(?:.*?\\s)?(\\d{4})(?![\\d:])");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?<!\\d)(\\d{4})[\\s.-]+(\\p{L}[\\p{L}\\p{M}]*)[\\s.-]+(\\d{1,2})(?![\\d:])");
    private static final Pattern YEAR_DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{4})[\\s.]+(\\d{1,2})[\\s.]+(\\p{L}[\\p{L}\\p{M}]*)");
    private static final Pattern ISO_WEEK = Pattern.compile("(?<!\\d)(\\d{4})-?W(\\d{2})(?:-?([1-7]))?(?![\\d-])");
    private static final Pattern LAST_WORD =
            Pattern.compile("\\s((?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|\\p{Lu}{1,5}|\\w+(?:/\\w+)+)\\s*$");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** Thailand counts from the Buddha's death, and no newsroom writes of centuries to come. */
    private static final int BUDDHIST = 543;

    private static final int LAST_CHRISTIAN = 2400;
    private static final Instant TOO_EARLY = Instant.parse("1970-01-02T00:00:00Z");

    private Dates() {}

    /** The instant; without a zone UTC, without a time midnight; empty where nobody could tell, or the date stands for none. */
    static Optional<Instant> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var text = DateText.of(written);
        try {
            return epoch(text).or(() -> calendar(text)).filter(instant -> instant.isAfter(TOO_EARLY));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> epoch(String text) {
        var found = EPOCH.matcher(text);
        return found.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(found.group(1)))) : Optional.empty();
    }

    private static Optional<Instant> calendar(String text) {
        var time = TimeOfDay.find(text);
        var rest = time.cutOutOf(text);
        return day(rest, weekday(text), AMERICAN.matcher(text).find()).map(date -> time.on(date, zoneAfter(rest)));
    }

    /** Where the date stands between its time and its zone. */
    private static ZoneId zoneAfter(String text) {
        return first(LAST_WORD, text)
                .flatMap(found -> Zones.named(found.group(1)))
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<DayOfWeek> weekday(String text) {
        return WORD.matcher(text)
                .results()
                .flatMap(word -> Weekdays.named(word.group()).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String text, Optional<DayOfWeek> weekday, boolean isAmerican) {
        return first(ISO_WEEK, text)
                .map(Dates::week)
                .or(() ->
                        first(DAY_OF_YEAR, text).map(found -> LocalDate.ofYearDay(number(found, 1), number(found, 2))))
                .or(() -> first(COMPACT, text).map(found -> ymd(number(found, 1), number(found, 2), number(found, 3))))
                .or(() -> named(DAY_MONTH_YEAR, text, weekday, 3, 2, 1))
                .or(() -> named(MONTH_DAY_YEAR, text, weekday, 3, 1, 2))
                .or(() -> named(YEAR_MONTH_DAY, text, weekday, 1, 2, 3))
                .or(() -> named(YEAR_DAY_MONTH, text, weekday, 1, 3, 2))
                .or(() -> first(DAY_FIRST_DOTS, text)
                        .map(found -> ymd(year(found.group(3)), number(found, 2), number(found, 1))))
                .or(() -> first(SLASHES, text).flatMap(found -> slashes(found, weekday, isAmerican)))
                .or(() -> first(YEAR_FIRST, text)
                        .map(found -> ymd(number(found, 1), number(found, 2), numberOr1(found, 3))))
                .or(() -> Optional.of(text)
                        .filter(only -> YEAR.matcher(only).matches())
                        .map(year -> ymd(Integer.parseInt(year.strip()), 1, 1)));
    }

    private static Optional<LocalDate> named(
            Pattern pattern, String text, Optional<DayOfWeek> weekday, int year, int month, int day) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> Months.named(found.group(month)).stream()
                        .map(number -> ymd(year(found.group(year)), number, number(found, day)))
                        .sorted(Comparator.comparing(date -> !isOn(weekday, date))))
                .findFirst();
    }

    /**
     * 10/11 is October to some and November to others. A weekday settles it, or a zone of the United States; without them such a
     * date is unreadable, and a wrong one would be worse.
     */
    private static Optional<LocalDate> slashes(MatchResult found, Optional<DayOfWeek> weekday, boolean american) {
        var one = number(found, 1);
        var two = number(found, 3);
        var year = number(found, 4);
        if (one > 12 || two > 12 || one == two) {
            return Optional.of(ymd(year, Math.min(one, two), Math.max(one, two)));
        }
        var fitting = Stream.of(ymd(year, one, two), ymd(year, two, one))
                .filter(date -> isOn(weekday, date))
                .toList();
        return fitting.size() == 1
                ? Optional.of(fitting.get(0))
                : Optional.of(ymd(year, one, two)).filter(date -> american);
    }

    private static boolean isOn(Optional<DayOfWeek> weekday, LocalDate date) {
        return weekday.filter(date.getDayOfWeek()::equals).isPresent();
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }

    private static LocalDate week(MatchResult found) {
        return LocalDate.of(number(found, 1), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found, 2))
                .with(ChronoField.DAY_OF_WEEK, numberOr1(found, 3));
    }

    private static LocalDate ymd(int year, int month, int day) {
        return LocalDate.of(year > LAST_CHRISTIAN ? year - BUDDHIST : year, month, day);
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int numberOr1(MatchResult found, int group) {
        return found.group(group) == null ? 1 : number(found, group);
    }

    /** Two digits as POSIX reads them: 69 to 99 are of the last century. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 69 ? 2000 + year : 1900 + year;
    }

    /** The time and zone within a date's text, and where they stand. */
    private record TimeOfDay(int start, int end, long seconds, Optional<ZoneId> zone) {
        private static final Pattern TIME = Pattern.compile(
                "(?i)(?:(?<=\\d)t|(?<!\\d)(?<![+-])|(?<=\\d[ap]))(am|pm|오전|오후|午前|午後|上午|下午)?\\s*"
                        + "(\\d{1,2})\\s*[:h]\\s*(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(?!\\d)\\s*(am\\b|pm\\b|a\\.m\\.|p\\.m\\.)?\\s*"
                        + "((?:(?:gmt|utc|ut)\\s*)?[+-]\\s*\\d{1,2}:?(?:\\d{2})?|\\p{L}[\\p{L}_]*(?:/[\\p{L}_]+)+|(?:EST5EDT|CST6CDT|MST7MDT|PST8PDT)|\\p{L}{1,5}(?![\\p{L}\\d]))?");
        private static final Pattern COMPACT_TIME = Pattern.compile(
                "(?i)(?<=\\d{8}|\\d{4}-\\d{2}-\\d{2})t(\\d{2})(\\d{2})(\\d{2})?(z|[+-]\\d{2}:?\\d{2})?");
        private static final TimeOfDay NONE = new TimeOfDay(0, 0, 0, Optional.empty());

        static TimeOfDay find(String text) {
            return first(TIME, text)
                    .map(TimeOfDay::of)
                    .or(() -> first(COMPACT_TIME, text).map(TimeOfDay::ofCompact))
                    .orElse(NONE);
        }

        String cutOutOf(String text) {
            return text.substring(0, start) + " " + text.substring(end);
        }

        /** @param elsewhere the zone where the time does not say its own */
        Instant on(LocalDate date, ZoneId elsewhere) {
            return date.atStartOfDay()
                    .plusSeconds(seconds)
                    .atZone(zone.orElse(elsewhere))
                    .toInstant();
        }

        private static TimeOfDay of(MatchResult found) {
            var half = (found.group(1) == null ? "" : found.group(1)) + (found.group(5) == null ? "" : found.group(5));
            var hour = hour(number(found, 2), half);
            var zone = Zones.named(found.group(6));
            var end = found.group(6) != null && zone.isEmpty() ? found.start(6) : found.end();
            return new TimeOfDay(found.start(), end, seconds(hour, found.group(3), found.group(4)), zone);
        }

        private static TimeOfDay ofCompact(MatchResult found) {
            return new TimeOfDay(
                    found.start(),
                    found.end(),
                    seconds(number(found, 1), found.group(2), found.group(3)),
                    Zones.named(found.group(4)));
        }

        private static int hour(int hour, String half) {
            if (half.isEmpty()) {
                return hour;
            }
            var afternoon = half.matches("(?i)p.*|오후|午後|下午");
            return hour % 12 + (afternoon ? 12 : 0);
        }

        private static long seconds(int hour, String minute, @Nullable String second) {
            var seconds = second == null ? 0 : Integer.parseInt(second);
            if (hour > 24 || Integer.parseInt(minute) > 59 || seconds > 60) {
                throw new DateTimeException("no such time");
            }
            return hour * 3600L + Integer.parseInt(minute) * 60L + seconds;
        }
    }
}
