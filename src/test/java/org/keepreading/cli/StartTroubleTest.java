package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says where its database, or what it needs to start, is not there any more. */
class StartTroubleTest {

    @ParameterizedTest
    @ValueSource(ints = {ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN})
    void saysWhatToDoWhereTheDatabaseWasClosedMeanwhile(int code) {
        var closed = new IllegalStateException(new SQLException("Database is already closed", "90121", code));

        assertThat(StartTrouble.sentence(closed))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith(
                                "The database was closed while this command used it, most likely as its disk is full.")
                        .contains("run the same command again")
                        .doesNotContain("spring.datasource"));
    }
}
