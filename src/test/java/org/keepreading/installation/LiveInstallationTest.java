package org.keepreading.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.delivery.DeliveryNewsroom;
import org.keepreading.delivery.Sending;
import org.keepreading.delivery.SendingStopped;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copied or restored database sends nothing until somebody says that it is the one. */
class LiveInstallationTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void isInNoDoubtOnANewDatabaseNorAfterARestartNorOnASecondNode(TestDatabase database) {
        var newsroom = new DeliveryNewsroom(database);

        assertThat(newsroom.live("").doubt()).isEmpty();
        newsroom.clock.advance(Duration.ofHours(10));
        assertThat(newsroom.live("").doubt()).isEmpty();
        assertThat(newsroom.count("select sign from installation")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void givesASignOfLifeOnceAMinute(TestDatabase database) {
        var newsroom = new DeliveryNewsroom(database);
        var live = newsroom.live("");

        for (var seconds = 0; seconds < 120; seconds++) {
            live.doubt();
            newsroom.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(newsroom.count("select sign from installation")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void waitsWhereTheDatabaseKnowsAnotherName(TestDatabase database) {
        var newsroom = new DeliveryNewsroom(database);
        newsroom.live("production").doubt();

        var staging = newsroom.live("staging");

        assertThat(staging.doubt().orElseThrow())
                .startsWith("The database belongs to the installation \"production\", and keepreading.installation"
                        + " calls this one \"staging\".");
        assertThat(newsroom.live("production").doubt()).isEmpty();
        staging.confirm();
        assertThat(staging.doubt()).isEmpty();
        assertThat(newsroom.live("production").doubt()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void letsNothingOutWhileInDoubt(TestDatabase database) {
        var newsroom = new DeliveryNewsroom(database);
        newsroom.live("production").doubt();
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        try (var relay = new FaultyRelay()) {
            var senders = newsroom.senders(RelayAt.port(relay.port()), Sending.by(2));

            assertThatThrownBy(() -> senders.drain(edition))
                    .isInstanceOf(SendingStopped.class)
                    .hasMessageContaining("run \"live --confirm\"");
            assertThat(relay.taken()).isEmpty();
            newsroom.live("").confirm();
            senders.drain(edition);

            assertThat(relay.taken()).hasSize(1);
        }
    }

    @Nested
    class OnPostgresql {
        private final DeliveryNewsroom newsroom = new DeliveryNewsroom(TestDatabase.POSTGRESQL);

        /** What reading a dump does. */
        @Test
        void waitsWhereTheTableWasMadeAnew() {
            var running = newsroom.live("");
            running.doubt();
            sql("create table dumped (like installation including all)");
            sql("insert into dumped select * from installation");
            sql("drop table installation");
            sql("alter table dumped rename to installation");
            newsroom.clock.advance(Duration.ofMinutes(1));

            assertThat(running.doubt().orElseThrow())
                    .startsWith("The database is a copy, was restored from a backup or moved: it is not where it last"
                            + " gave a sign of life, 2026-03-02T07:00:00Z on ");
            newsroom.live("").confirm();
            assertThat(running.doubt()).isEmpty();
        }

        @Test
        void needsNoSuperuser() {
            sql("create role sender");
            var place = new DatabasePlace(newsroom.many.getJdbcTemplate());

            var seen = newsroom.transaction.execute(status -> {
                sql("set local role sender");
                return place.name();
            });

            assertThat(seen).isEqualTo(place.name()).startsWith("server ");
            sql("drop role sender");
        }

        private void sql(String statement) {
            newsroom.jdbc.sql(statement).update();
        }
    }

    @Nested
    class OnH2 {
        @TempDir
        private Path folder;

        @Test
        void waitsInACopiedFolder() throws IOException {
            in("data", live -> live.doubt());
            copy(folder.resolve("data"), folder.resolve("copy"));

            assertThat(in("copy", LiveInstallation::doubt)).isPresent();
            assertThat(in("data", LiveInstallation::doubt)).isEmpty();
            in("copy", live -> {
                live.confirm();
                return live.doubt();
            });
            assertThat(in("copy", LiveInstallation::doubt)).isEmpty();
        }

        @Test
        void waitsWhereAnOlderDatabaseIsPutBack() throws IOException {
            in("data", LiveInstallation::doubt);
            Files.copy(database("data"), folder.resolve("backup"));
            in("data", LiveInstallation::doubt);

            Files.copy(folder.resolve("backup"), database("data"), StandardCopyOption.REPLACE_EXISTING);

            assertThat(in("data", LiveInstallation::doubt).orElseThrow())
                    .startsWith("The database was restored from a backup");
        }

        @Test
        void waitsWhereTheDatabaseCameAlone() throws IOException {
            in("data", LiveInstallation::doubt);
            Files.createDirectories(folder.resolve("elsewhere"));
            Files.copy(database("data"), database("elsewhere"));

            assertThat(in("elsewhere", LiveInstallation::doubt)).isPresent();
        }

        @Test
        void isInNoDoubtInAFolderThatWasRenamed() throws IOException {
            in("data", LiveInstallation::doubt);
            Files.move(folder.resolve("data"), folder.resolve("renamed"));

            assertThat(in("renamed", LiveInstallation::doubt)).isEmpty();
        }

        @Test
        void isInNoDoubtOnANewDatabaseBesideAFileThatAnOldOneLeft() throws IOException {
            in("data", LiveInstallation::doubt);
            in("data", LiveInstallation::doubt);
            Files.delete(database("data"));

            assertThat(in("data", LiveInstallation::doubt)).isEmpty();
        }

        @Test
        void isInNoDoubtWhereTheFileWasCutOffWhileItWasWritten() throws IOException {
            in("data", LiveInstallation::doubt);
            Files.writeString(folder.resolve("data/keepreading.live"), "00");

            assertThat(in("data", LiveInstallation::doubt)).isEmpty();
        }

        private Path database(String name) {
            return folder.resolve(name).resolve("keepreading.mv.db");
        }

        private void copy(Path from, Path to) throws IOException {
            Files.createDirectories(to);
            try (var files = Files.list(from)) {
                for (var file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }

        /** A process that starts, looks, and ends. */
        private Optional<String> in(String name, Function<LiveInstallation, Optional<String>> look) {
            try (var source = new HikariDataSource()) {
                source.setJdbcUrl("jdbc:h2:async:" + folder.resolve(name).resolve("keepreading") + ";WRITE_DELAY=0");
                source.setUsername("postgres");
                source.setPassword("");
                var jdbc = JdbcClient.create(source);
                jdbc.sql("""
                                create table if not exists installation (only_row int primary key, name varchar(64),
                                  place varchar(200), sign bigint, signed_at timestamp with time zone,
                                  signed_by varchar(255))""").update();
                return look.apply(new LiveInstallation(
                        jdbc,
                        new DatabasePlace(new JdbcTemplate(source)),
                        new InstallationSettings(""),
                        new SettableClock("2026-03-02T07:00:00Z")));
            }
        }
    }
}
