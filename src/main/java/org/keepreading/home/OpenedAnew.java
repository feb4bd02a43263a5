package org.keepreading.home;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Has an H2 file closed and opened anew after tables in it were made or altered. H2 2.4.240 keeps the session that did so in
 * these tables' checks: as soon as the pool retires that session's connection each insert fails with "Check constraint
 * invalid", in a new installation half an hour after its first start. A file that is opened has checks of its own.
 */
@Component
class OpenedAnew implements FlywayMigrationStrategy {
    private static final Set<Integer> CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private final DataSource database;

    OpenedAnew(DataSource database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway migration) {
        if (migration.migrate().migrationsExecuted > 0) {
            try {
                closeIfH2File();
            } catch (SQLException e) {
                throw new IllegalStateException("The database could not be closed after its tables were made.", e);
            }
        }
    }

    private void closeIfH2File() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (isH2File(connection.getMetaData().getURL())) {
                statement.execute("shutdown");
                forgetConnections();
            }
        } catch (SQLException e) {
            if (!CLOSED.contains(e.getErrorCode())) { // these two were closed with it
                throw e;
            }
        }
    }

    private void forgetConnections() throws SQLException {
        if (database.isWrapperFor(HikariDataSource.class)) {
            database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static boolean isH2File(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    }
}
