package org.keepreading.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema of a new database, equal on both. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void isCreatedByTheMigrationsOnEachDatabase(TestDatabase database) {
        var jdbc = JdbcClient.create(database.fresh());

        assertThat(jdbc.sql("select count(*) from teaser").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void holdsQuartzToo(TestDatabase database) {
        var jdbc = JdbcClient.create(database.fresh());

        assertThat(jdbc.sql("select count(*) from qrtz_triggers")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
