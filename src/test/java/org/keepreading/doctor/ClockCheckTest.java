package org.keepreading.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.node.DatabaseTime;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether this machine's clock and the database's agree. */
class ClockCheckTest {

    @ParameterizedTest
    @EnumSource
    void comparesThisMachinesClockWithTheDatabases(TestDatabase database) {
        var jdbc = JdbcClient.create(database.fresh());
        var slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));

        assertThat(new ClockCheck(new DatabaseTime(jdbc)).findings())
                .containsExactly(Finding.ok("Clock", "It agrees with the database's."));
        assertThat(new ClockCheck(new DatabaseTime(jdbc), slow)
                        .findings()
                        .get(0)
                        .sentence())
                .matches("This machine's clock is (599|600) s behind the database's\\.");
    }
}
