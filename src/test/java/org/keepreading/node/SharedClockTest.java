package org.keepreading.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All nodes go by the database's time. */
class SharedClockTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void showsTheDatabasesTimeOnAMachineThatIsMinutesOff(TestDatabase kind) {
        var database = database(kind);

        var fast = new SharedClock(Clock.offset(Clock.systemUTC(), FIVE_MINUTES), database);
        var slow = new SharedClock(Clock.offset(Clock.systemUTC(), FIVE_MINUTES.negated()), database);

        assertThat(fast.instant()).isCloseTo(slow.instant(), within(30, ChronoUnit.SECONDS));
        assertThat(fast.instant()).isCloseTo(database.now(), within(30, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource
    void saysHowFarTheMachineIsAhead(TestDatabase kind) {
        var fast = new SharedClock(Clock.offset(Clock.systemUTC(), FIVE_MINUTES), database(kind));

        assertThat(fast.compare()).isCloseTo(FIVE_MINUTES, Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void isPutRightOnceTheMachinesClockWasSet(TestDatabase kind) {
        var database = database(kind);
        var machine = new SettableClock("2026-03-02T07:00:00Z");
        var clock = new SharedClock(machine, database);

        machine.advance(Duration.ofHours(1));
        clock.compare();

        assertThat(clock.instant()).isCloseTo(database.now(), within(30, ChronoUnit.SECONDS));
    }

    private static DatabaseTime database(TestDatabase kind) {
        return new DatabaseTime(JdbcClient.create(kind.fresh()));
    }
}
