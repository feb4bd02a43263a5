package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a newsletter comes, also on days whose clocks are changed. */
class ScheduleTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Test
    void keepsTheLocalTimeThroughTheYear() {
        var schedule = new Schedule("0 0 7 ? * MON-FRI");

        // from Friday to Monday, and into summer time
        assertThat(slots(schedule, LISBON, "2026-03-26T00:00Z", "2026-03-31T00:00Z"))
                .containsExactly("2026-03-26T07:00:00Z", "2026-03-27T07:00:00Z", "2026-03-30T06:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // put off by as much as the clock was put forward
        "Europe/Lisbon,        0 30 1 * * ?, 2026-03-28T12:00Z, 2026-03-29T01:30:00Z", // 02:30 +01:00
        "Europe/Berlin,        0 30 2 * * ?, 2026-03-28T12:00Z, 2026-03-29T01:30:00Z", // 03:30 +02:00
        "America/New_York,     0 30 2 * * ?, 2026-03-07T12:00Z, 2026-03-08T07:30:00Z", // 03:30 -04:00
        "Australia/Lord_Howe,  0 15 2 * * ?, 2026-10-03T12:00Z, 2026-10-03T15:45:00Z", // 02:45 +11:00
        "Pacific/Apia,         0 0 7 * * ?,  2011-12-29T20:00Z, 2011-12-30T17:00:00Z", // 30 December never came
        "Asia/Beirut,          0 0 0 * * ?,  2026-03-28T12:00Z, 2026-03-28T22:00:00Z", // midnight is skipped
        // the first of two
        "Europe/Lisbon,        0 30 1 * * ?, 2026-10-24T12:00Z, 2026-10-25T00:30:00Z",
        "Europe/Berlin,        0 30 2 * * ?, 2026-10-24T12:00Z, 2026-10-25T00:30:00Z",
        "America/New_York,     0 30 1 * * ?, 2026-10-31T12:00Z, 2026-11-01T05:30:00Z",
        "Australia/Lord_Howe,  0 45 1 * * ?, 2026-04-04T10:00Z, 2026-04-04T14:45:00Z",
    })
    void hasOneSlotInTheNightOfAClockChange(ZoneId zone, String cron, String noonBefore, Instant slot) {
        var schedule = new Schedule(cron);
        var from = ZonedDateTime.parse(noonBefore).toInstant();

        assertThat(schedule.slots(zone, from, from.plus(Duration.ofHours(24)))).containsExactly(slot);
        assertThat(schedule.next(zone, from)).hasValue(slot);
    }

    @Test
    void hasOneSlotWhereAZoneSkippedAWholeDay() {
        var schedule = new Schedule("0 0 7 * * ?");

        assertThat(slots(schedule, ZoneId.of("Pacific/Apia"), "2011-12-29T00:00Z", "2012-01-02T00:00Z"))
                .containsExactly(
                        "2011-12-29T17:00:00Z", // 29 December, 07:00 -10:00
                        "2011-12-30T17:00:00Z", // 31 December, 07:00 +14:00
                        "2011-12-31T17:00:00Z",
                        "2012-01-01T17:00:00Z");
    }

    @Test
    void hasEachHourOfASpringNightOnce() {
        var schedule = new Schedule("0 0 * * * ?");

        assertThat(slots(schedule, ZoneId.of("Europe/Berlin"), "2026-03-29T00:00Z", "2026-03-29T04:00Z"))
                .containsExactly(
                        "2026-03-29T00:00:00Z", // 01:00
                        "2026-03-29T01:00:00Z", // 02:00 and 03:00 are one
                        "2026-03-29T02:00:00Z",
                        "2026-03-29T03:00:00Z");
    }

    @Test
    void hasEachLocalHourOfAnAutumnNightOnce() {
        var schedule = new Schedule("0 0 * * * ?");

        assertThat(slots(schedule, ZoneId.of("Europe/Berlin"), "2026-10-24T23:00Z", "2026-10-25T04:00Z"))
                .containsExactly(
                        "2026-10-24T23:00:00Z", // 01:00
                        "2026-10-25T00:00:00Z", // 02:00, the first
                        "2026-10-25T02:00:00Z", // 03:00
                        "2026-10-25T03:00:00Z");
    }

    @Test
    void findsASkippedSlotThatIsPutOffAfterTheClockChange() {
        var schedule = new Schedule("0 45 2 * * ?");

        assertThat(slots(schedule, ZoneId.of("Europe/Berlin"), "2026-03-29T01:06Z", "2026-03-29T02:00Z"))
                .containsExactly("2026-03-29T01:45:00Z");
    }

    @Test
    void keepsSlotsInOrderWhereASkippedOneIsPutOffPastTheNext() {
        var schedule = new Schedule("0 15,35 2 * * ?");
        var lordHowe = ZoneId.of("Australia/Lord_Howe"); // 02:00 became 02:30, so 02:15 comes at 02:45

        assertThat(slots(schedule, lordHowe, "2026-10-03T12:00Z", "2026-10-04T00:00Z"))
                .containsExactly("2026-10-03T15:35:00Z", "2026-10-03T15:45:00Z");
        assertThat(schedule.next(lordHowe, Instant.parse("2026-10-03T12:00:00Z")))
                .hasValue(Instant.parse("2026-10-03T15:35:00Z"));
    }

    @Test
    void countsItsBeginningAndNotItsEnd() {
        var schedule = new Schedule("0 0 7 * * ?");

        assertThat(slots(schedule, LISBON, "2026-01-05T07:00Z", "2026-01-07T07:00Z"))
                .containsExactly("2026-01-05T07:00:00Z", "2026-01-06T07:00:00Z");
        assertThat(schedule.next(LISBON, Instant.parse("2026-01-05T07:00:00Z")))
                .hasValue(Instant.parse("2026-01-06T07:00:00Z"));
        assertThat(schedule.next(LISBON, Instant.parse("2026-01-05T06:59:59.999999999Z")))
                .hasValue(Instant.parse("2026-01-05T07:00:00Z"));
    }

    @Test
    void mayEnd() {
        var schedule = new Schedule("0 0 7 1 1 ? 2026");

        assertThat(schedule.next(LISBON, Instant.parse("2026-01-01T07:00:00Z"))).isEmpty();
    }

    @Test
    void hasNoSlotsInATimeThatEndsBeforeItBegins() {
        var schedule = new Schedule("0 0 7 * * ?");

        assertThat(slots(schedule, LISBON, "2026-01-07T07:00Z", "2026-01-05T07:00Z"))
                .isEmpty();
    }

    /** Every local time of ten days, each resolved by itself, is what a year's clock changes are held against. */
    @RepeatedTest(60)
    void neitherLosesNorDoublesASlotInAnyZone() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        var change = zone.getRules()
                .nextTransition(Instant.parse("1995-01-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000_000)));
        var near = change == null ? Instant.parse("2026-03-29T01:00:00Z") : change.getInstant();
        var from = near.minusSeconds(random.nextInt(200_000));
        var to = near.plusSeconds(random.nextInt(200_000));

        var expected = new TreeSet<Instant>();
        var end = LocalDateTime.ofInstant(to, ZoneId.of("UTC")).plusDays(3);
        for (var local = LocalDateTime.ofInstant(from, ZoneId.of("UTC"))
                        .withNano(0)
                        .withSecond(0)
                        .minusDays(3);
                local.isBefore(end);
                local = local.plusMinutes(1)) {
            if (local.getMinute() % 15 == 0 && local.getHour() < 4) {
                expected.add(ZonedDateTime.of(local, zone).toInstant());
            }
        }
        var inTime = List.copyOf(expected.subSet(from, to));

        var schedule = new Schedule("0 0/15 0-3 * * ?");
        assertThat(schedule.slots(zone, from, to)).as("seed %d, %s", seed, zone).isEqualTo(inTime);
        assertThat(schedule.next(zone, from.minusNanos(1)))
                .as("seed %d, %s", seed, zone)
                .hasValue(expected.ceiling(from));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 7 * * *       | For every day at 07:00 write \"0 0 7 * * ?\".",
                "0 0 7 * * 1-5     | Perhaps write \"0 0 7 ? * MON-FRI\".",
                "0 0 7 * * 0,6     | Perhaps write \"0 0 7 ? * SUN,SAT\".",
                "0 0 7 * * MON-FRI | Perhaps write \"0 0 7 ? * MON-FRI\".",
                "0 0 25 * * ?      | Write second, minute, hour, day, month and weekday, such as \"0 0 7 ? * MON-FRI\".",
                "0 7               | Write second, minute, hour, day, month and weekday, such as \"0 0 7 ? * MON-FRI\".",
                "0 7 1,15 * *      | Perhaps write \"0 0 7 1,15 * ?\".",
                "*/10 8-18 * * 0,6 | Perhaps write \"0 */10 8-18 ? * SUN,SAT\".",
            })
    void saysWhichExpressionWasProbablyMeant(String cron, String advice) {
        assertThatThrownBy(() -> new Schedule(cron))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + cron + "\" ")
                .hasMessageEndingWith(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 7 ? * 1-5   | is SUN-THU. Name them: write \"0 0 7 ? * SUN-THU\" for that, or \"0 0 7 ? * MON-FRI\" if Monday is your 1.",
                "0 0 7 ? * 2     | is MON. Name them: write \"0 0 7 ? * MON\" for that, or \"0 0 7 ? * TUE\" if Monday is your 1.",
                "0 0 7 ? * MON/2 | \"MON/2\" is read as its first day alone. Write the days, such as MON,WED,FRI.",
            })
    void doubtsWhatSilentlyMeansSomethingElse(String cron, String doubt) {
        assertThat(new Schedule(cron).doubt()).get().asString().endsWith(doubt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 7 ? * MON-FRI", "0 0 7 1,15 * ?", "0 0 7 ? * 6#3", "0 0/20 * * * ? 2026-2030"})
    void doubtsNothingElse(String cron) {
        assertThat(new Schedule(cron).doubt()).isEmpty();
    }

    private static List<String> slots(Schedule schedule, ZoneId zone, String from, String to) {
        return schedule
                .slots(
                        zone,
                        ZonedDateTime.parse(from).toInstant(),
                        ZonedDateTime.parse(to).toInstant())
                .stream()
                .map(Instant::toString)
                .toList();
    }
}
