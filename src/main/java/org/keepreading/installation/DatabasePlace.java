package org.keepreading.installation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the database lies: what a copy of it can't have in common with it, whoever the node is that asks. */
@Component
class DatabasePlace {
    /** A dump that is read in makes another table, mostly in another database of another server. */
    private static final String ON_POSTGRESQL = """
            select concat('server ', system_identifier, ', database ',
                          (select oid from pg_database where datname = current_database()),
                          ', table ', cast(cast('installation' as regclass) as oid))
            from pg_control_system()""";

    private final JdbcClient jdbc;
    private final boolean postgresql;
    private @Nullable LiveMarker marker;
    private boolean looked;

    DatabasePlace(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        postgresql = "PostgreSQL".equals(jdbc.execute(DatabasePlace::product));
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    String name() {
        return postgresql
                ? jdbc.sql(ON_POSTGRESQL).query(String.class).single()
                : marker().map(LiveMarker::identity).orElse("memory");
    }

    /** Empty where no file holds the database: PostgreSQL, memory, an H2 server elsewhere. */
    synchronized Optional<LiveMarker> marker() {
        if (!looked) {
            marker = postgresql ? null : besideH2();
            looked = true;
        }
        return Optional.ofNullable(marker);
    }

    private @Nullable LiveMarker besideH2() {
        return jdbc.sql("select database_path()")
                .query(String.class)
                .optional()
                .map(path -> path.replaceFirst("^[a-z]{2,}:", ""))
                .map(Path::of)
                .filter(path ->
                        path.getParent() != null && path.getParent().toFile().isDirectory())
                .map(LiveMarker::beside)
                .orElse(null);
    }
}
