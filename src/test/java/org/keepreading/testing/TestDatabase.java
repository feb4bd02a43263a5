package org.keepreading.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The databases that every store must work on; each hands out a new, migrated one. */
public enum TestDatabase {
    H2 {
        @Override
        public String freshUrl() {
            return freshH2File() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
        }

        @Override
        String emptyUrl() {
            return "jdbc:h2:async:"
                    + MigratedH2.FOLDER.resolve(UUID.randomUUID().toString());
        }

        @Override
        public String sharedUrl() {
            return freshH2File() + ";AUTO_SERVER=TRUE";
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            return postgresql("template migrated");
        }

        @Override
        String emptyUrl() {
            return emptyPostgresqlUrl();
        }
    };

    private static final String MIGRATIONS = "classpath:db/migration";
    private static final String USER = "postgres";

    /** PostgreSQL takes any here. */
    public static final String PASSWORD = "harbour";

    /** The shortest that the pool knows: else the tests' pools, all together, hold more connections than the server has. */
    private static final long IDLE_MILLIS = 10_000;

    /** The address of a new database that holds the schema and nothing else; user "postgres", password {@link #PASSWORD}. */
    public abstract String freshUrl();

    /** The same, for several processes at a time. */
    public String sharedUrl() {
        return freshUrl();
    }

    /** A new database as the version with this migration left it: {@link #migrate} brings it up to date. */
    public String urlAt(String migration) {
        var url = emptyUrl();
        try (var source = connect(url)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .target(migration)
                    .load()
                    .migrate();
        }
        return url;
    }

    abstract String emptyUrl();

    /** A new database that holds the schema and nothing else. */
    public DataSource fresh() {
        return connect(freshUrl());
    }

    /** The database at this address, one of ours. */
    public static DataSource at(String url) {
        return connect(url);
    }

    /** The address of a new PostgreSQL database that holds nothing at all; user "postgres", password {@link #PASSWORD}. */
    public static String emptyPostgresqlUrl() {
        return postgresql("");
    }

    /** Brings the schema into an empty database. */
    public static void migrate(String url) {
        try (var source = connect(url)) {
            migrate(source);
        }
    }

    private static String postgresql(String made) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(MigratedPostgres.SERVER.getPostgresDatabase())
                .sql("create database " + name + " " + made)
                .update();
        return MigratedPostgres.SERVER.getJdbcUrl(USER, name);
    }

    private static String freshH2File() {
        try {
            var name = UUID.randomUUID().toString();
            var file = Files.copy(MigratedH2.FILE, MigratedH2.FOLDER.resolve(name + ".mv.db"));
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rw-------")); // else each start mends them
            return "jdbc:h2:async:" + MigratedH2.FOLDER.resolve(name) + ";WRITE_DELAY=0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource connect(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(USER);
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(5);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLIS);
        return pool;
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).locations(MIGRATIONS).load().migrate();
    }

    private static final class MigratedH2 {
        static final Path FOLDER = folderForThisRun();
        static final Path FILE = make();

        private static Path make() {
            try (var source = connect("jdbc:h2:async:" + FOLDER.resolve("migrated"))) {
                migrate(source);
            }
            return FOLDER.resolve("migrated.mv.db");
        }

        private static Path folderForThisRun() {
            try {
                var folder = Files.createTempDirectory("keepreading-h2-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class MigratedPostgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database migrated")
                        .update();
                try (var source = connect(server.getJdbcUrl(USER, "migrated"))) {
                    migrate(source);
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
