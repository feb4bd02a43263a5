package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.KeepReading;
import org.keepreading.edition.EditionStatus;
import org.keepreading.testing.FastMachine;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Mail;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.StoppablePostgres;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** Two real processes at work on one PostgreSQL, and what may happen to either of them. */
class ClusterTest {
    private static final int READERS = 2_000;
    private static final int CONNECTIONS = 4;
    private final FaultyRelay relay = new FaultyRelay();
    private String url = "";

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void goesOnWhenOneOfThemIsKilled() {
        url = TestDatabase.POSTGRESQL.freshUrl();

        try (var first = serve("first");
                var second = serve("second")) {
            var edition = bothAreAtWorkOnAnEdition();
            first.kill();
            awaitEnd(edition);
            second.terminate();
        }

        assertEverybodyHasIt();
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + CONNECTIONS);
    }

    @Test
    void goesOnWhenOneOfThemStandsStillPastItsLease() {
        url = TestDatabase.POSTGRESQL.freshUrl();

        try (var first = serve("first");
                var second = serve("second")) {
            var edition = bothAreAtWorkOnAnEdition();
            first.suspend();
            awaitEnd(edition);
            first.wake();
            first.terminate();
            second.terminate();
        }

        assertEverybodyHasIt();
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + CONNECTIONS);
    }

    @Test
    void doublesNobodyWhenOnesConnectionsToTheDatabaseAreCut() {
        url = TestDatabase.POSTGRESQL.freshUrl();

        try (var first = serve("first");
                var second = serve("second")) {
            var edition = bothAreAtWorkOnAnEdition();
            for (var cuts = 1; cuts <= 3; cuts++) {
                relay.await(cuts * 400);
                cutOffTheDatabase("first");
            }
            awaitEnd(edition);
            first.terminate();
            second.terminate();
        }

        assertEverybodyHasIt();
        assertThat(relay.taken()).hasSize(READERS);
    }

    @Test
    void stopsSendingWhileTheDatabaseIsDownAndGoesOnAfterwards() {
        try (var database = new StoppablePostgres()) {
            url = database.url();
            try (var first = serve("first");
                    var second = serve("second")) {
                var edition = bothAreAtWorkOnAnEdition();

                database.stop();
                var sent = relay.taken().size();
                Wait.until(() -> Stream.of(first, second).allMatch(ClusterTest::hasNoticed));

                assertThat(relay.taken()).hasSizeLessThanOrEqualTo(sent + 2 * CONNECTIONS);
                database.start();
                awaitEnd(edition);
                first.terminate();
                second.terminate();
            }
        }

        assertEverybodyHasIt();
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + 2 * CONNECTIONS);
    }

    @Test
    void takesNothingOutOfAnothersHandWhenClocksDifferByMinutes() {
        url = TestDatabase.POSTGRESQL.freshUrl();

        try (var right = serve("right");
                var fast = serve(FastMachine.class, "fast")) {
            var edition = bothAreAtWorkOnAnEdition();
            var ahead = in(newsroom -> newsroom.count("select ahead_millis from node where name = 'fast'"));
            awaitEnd(edition);
            right.terminate();
            fast.terminate();

            assertThat(Duration.ofMillis(ahead)).isCloseTo(FastMachine.AHEAD, Duration.ofSeconds(30));
            assertThat(fast.output()).contains("This machine's clock is 300.");
            assertThat(right.output()).doesNotContain("This machine's clock is");
        }

        assertEverybodyHasIt();
        assertThat(relay.taken()).hasSize(READERS);
    }

    @Test
    void makesOneEditionASlotWithBothSchedulersAtWork() {
        url = TestDatabase.POSTGRESQL.freshUrl();
        in(newsroom -> {
            newsroom.subscribers(READERS, DAILY);
            newsroom.dailyIsDue("0/5 * * * * ?");
            newsroom.article("Ferry returns");
            return newsroom;
        });

        try (var first = serve("first");
                var second = serve("second")) {
            Wait.until(() -> slots().size() >= 4);
            Wait.until(() -> relay.countByRecipient().size() == READERS);
            first.kill();
            var before = slots().size();
            Wait.until(() -> slots().size() >= before + 2);
            second.terminate();
        }

        assertThat(slots()).doesNotHaveDuplicates();
        assertThat(slots()).allMatch(slot -> slot.getEpochSecond() % 5 == 0 && slot.getNano() == 0);
        assertThat(relay.taken()).hasSize(READERS);
        assertEverybodyHasIt();
    }

    /** Either had an outcome to record, or was about to read who is next. */
    private static boolean hasNoticed(ServerProcess node) {
        var output = node.output();
        return output.contains("The database takes no outcomes") || output.contains("Sending pauses until");
    }

    private long bothAreAtWorkOnAnEdition() {
        Wait.until(() -> in(newsroom -> newsroom.count("select count(*) from node")) == 2);
        var edition = in(newsroom -> {
            newsroom.subscribers(READERS, DAILY);
            return newsroom.publishesTheHarbourDaily();
        });
        relay.await(200);
        return edition;
    }

    private ServerProcess serve(String name) {
        return serve(KeepReading.class, name);
    }

    private ServerProcess serve(Class<?> program, String name) {
        var settings = Map.of(
                "spring.datasource.url",
                url + "&ApplicationName=" + name,
                "spring.datasource.username",
                "postgres",
                "spring.mail.host",
                "localhost",
                "spring.mail.port",
                Integer.toString(relay.port()),
                "spring.datasource.hikari.connection-timeout",
                "3000",
                "keepreading.public-url",
                Harbour.PUBLIC_URL,
                "keepreading.node.name",
                name,
                "keepreading.delivery.connections",
                Integer.toString(CONNECTIONS),
                "keepreading.delivery.lease",
                "10s");
        return ServerProcess.serve(program, settings);
    }

    private void cutOffTheDatabase(String node) {
        in(newsroom -> newsroom.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = current_database() and application_name = '" + node + "'"));
    }

    private void awaitEnd(long edition) {
        Wait.until(() -> in(newsroom -> newsroom.editions.get(edition).status() == EditionStatus.SENT));
    }

    /** Whoever got it twice got the same message twice. */
    private void assertEverybodyHasIt() {
        var ids = relay.taken().stream().map(mail -> mail.header("Message-ID")).distinct();
        assertThat(relay.taken().stream().map(Mail::recipient).distinct()).hasSize(READERS);
        assertThat(ids).hasSize(READERS);
    }

    private List<Instant> slots() {
        return in(newsroom ->
                newsroom.jdbc.sql("select slot from edition order by slot").query(OffsetDateTime.class).list().stream()
                        .map(OffsetDateTime::toInstant)
                        .toList());
    }

    private <T> T in(Function<DeliveryNewsroom, T> look) {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername("postgres");
            source.setPassword(TestDatabase.PASSWORD);
            source.setMaximumPoolSize(2);
            return look.apply(DeliveryNewsroom.inRealTime(source));
        }
    }
}
