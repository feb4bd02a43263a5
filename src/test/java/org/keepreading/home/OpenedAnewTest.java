package org.keepreading.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.KeepReading;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new installation works on after its pool has retired the connections that were there when its tables were made. */
class OpenedAnewTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNothingInItsTablesThatAConnectionTakesAlong() throws SQLException {
        try (var program = new SpringApplicationBuilder(KeepReading.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--spring.datasource.url=jdbc:h2:async:" + folder.resolve("keepreading") + ";WRITE_DELAY=0",
                        "--spring.datasource.username=keepreading",
                        "--spring.datasource.password=harbour",
                        "--spring.quartz.auto-startup=false")) {
            var jdbc = program.getBean(JdbcClient.class);
            var pool = program.getBean(DataSource.class).unwrap(HikariDataSource.class);
            try (var atWork = pool.getConnection()) {
                pool.getHikariPoolMXBean().softEvictConnections(); // as it does with each after half an hour

                assertThatCode(() -> jdbc.sql("""
                                insert into edition (newsletter_key, slot, cause, status)
                                values ('daily', timestamp with time zone '2026-03-02 07:00:00Z', 'hand', 'skipped')""").update()).doesNotThrowAnyException();
                assertThat(atWork.isValid(1)).isTrue();
            }
        }
    }
}
