package org.keepreading.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the database can be written is known in time, though it hangs. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WriteProbeTest {
    private final JdbcClient jdbc;
    private final DataSource source;
    private final WriteProbe test;

    WriteProbeTest(TestDatabase database) {
        source = database.fresh();
        jdbc = JdbcClient.create(source);
        TestInstallation.live(source, "", Clock.systemUTC()).confirm();
        test = new WriteProbe(jdbc, Duration.ofSeconds(1), Duration.ZERO);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void findsThatAWriteHangsInTimeAndThatItGoesAgain() throws Exception {
        assertThat(test.isWritable()).isTrue();
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update installation set sign = 7");

            assertThat(test.isWritable()).isFalse();
            assertThat(test.isWritable()).isFalse();

            other.rollback();
        }
        Wait.until(test::isWritable);
    }

    @Test
    void findsThatAWriteFails() {
        jdbc.sql("alter table installation rename to gone").update();

        assertThat(test.isWritable()).isFalse();
    }
}
