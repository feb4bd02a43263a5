package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2FileTest {
    private static final int COMMITS = 3_000;

    @TempDir
    Path folder;

    @Test
    void isAsSmallAsWhatIsInItOnceItIsCompacted() throws Exception {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:async:" + folder.resolve("keepreading") + ";WRITE_DELAY=0");
        try (var open = source.getConnection()) {
            var jdbc = JdbcClient.create(source);
            jdbc.sql("create table delivery (id bigint primary key, reply varchar)")
                    .update();
            LongStream.range(0, COMMITS)
                    .forEach(id -> jdbc.sql("insert into delivery values (:id, '250 OK')")
                            .param("id", id * 7_919 % 1_000_003)
                            .update());
            var grown = Files.size(folder.resolve("keepreading.mv.db"));

            new H2File(source).compact();

            assertThat(Files.size(folder.resolve("keepreading.mv.db"))).isLessThan(grown / 10);
            assertThat(jdbc.sql("select count(*) from delivery")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(COMMITS);
            assertThat(open.isValid(1)).isTrue();
        }
    }

    @Test
    void isNobodysBusinessOnPostgresql() throws SQLException {
        new H2File(TestDatabase.POSTGRESQL.fresh()).compact();
    }
}
