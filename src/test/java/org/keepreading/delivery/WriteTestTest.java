package org.keepreading.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WriteTestTest {
    private final Newsroom newsroom;
    private final DataSource source;
    private final WriteTest test;

    WriteTestTest(TestDatabase database) {
        newsroom = new Newsroom(database);
        source = requireNonNull(newsroom.many.getJdbcTemplate().getDataSource());
        newsroom.live("").confirm();
        test = new WriteTest(newsroom.jdbc, Duration.ofSeconds(1), Duration.ZERO);
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
        newsroom.jdbc.sql("alter table installation rename to gone").update();

        assertThat(test.isWritable()).isFalse();
    }
}
