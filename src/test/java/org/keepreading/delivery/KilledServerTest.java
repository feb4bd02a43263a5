package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.edition.EditionStatus;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.Mischief;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** The real program, stopped in the middle of its work in each way that there is. */
class KilledServerTest {
    private static final int READERS = 2_000;
    private static final int CONNECTIONS = 4;
    private final FaultyRelay relay = new FaultyRelay();

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void leavesNobodyOutAndDoublesOnlyWhatWasInFlight() {
        var url = TestDatabase.H2.sharedUrl();
        var edition = in(url, KilledServerTest::published);

        for (var kills = 1; kills <= 3; kills++) {
            try (var server = serve(url)) {
                relay.await(kills * 500);
                server.kill();
            }
        }
        try (var server = serve(url)) {
            awaitEnd(url, edition);
            server.terminate();
        }

        assertThat(relay.countByRecipient()).hasSize(READERS);
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + 3 * CONNECTIONS);
    }

    @Test
    void leavesNobodyOutThoughTheRelayFailsAsWell() {
        var url = TestDatabase.H2.sharedUrl();
        var edition = in(url, KilledServerTest::published);
        var mischief = Mischief.of(relay, 17, 3);

        for (var kills = 1; kills <= 2; kills++) {
            try (var server = serve(url)) {
                relay.await(kills * 600);
                server.kill();
            }
        }
        try (var server = serve(url)) {
            awaitEnd(url, edition);
            server.terminate();
        }

        assertThat(relay.countByRecipient()).hasSize(READERS);
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + 2 * CONNECTIONS + mischief.unanswered());
    }

    @Test
    void letsMessagesInFlightFinishWhenItIsTerminated() {
        var url = TestDatabase.H2.sharedUrl();
        var edition = in(url, KilledServerTest::published);

        try (var server = serve(url)) {
            relay.await(300);
            server.terminate();
        }

        var taken = relay.taken().size();
        var progress = in(url, newsroom -> newsroom.deliveries.progress(edition));
        var leased = in(url, newsroom -> newsroom.count("select count(*) from batch where lease_owner is not null"));
        assertThat(taken).isLessThan(READERS);
        assertThat(progress).isEqualTo(new Progress(READERS, taken, 0, 0, 0));
        assertThat(leased).isZero();
    }

    @Test
    void sendsNothingMoreOfWhatAnotherTookOverWhileItWasSuspended() {
        var url = TestDatabase.POSTGRESQL.freshUrl();
        var edition = in(url, KilledServerTest::published);

        try (var first = serve(url)) {
            relay.await(300);
            first.suspend();
            try (var second = serve(url)) {
                awaitEnd(url, edition);
                first.wake();
                first.terminate();
                second.terminate();
            }
        }

        assertThat(relay.countByRecipient()).hasSize(READERS);
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + CONNECTIONS);
    }

    private static long published(DeliveryNewsroom newsroom) {
        newsroom.subscribers(READERS, DAILY);
        return newsroom.publishesTheHarbourDaily();
    }

    private ServerProcess serve(String url) {
        return ServerProcess.sending(
                url,
                relay,
                CONNECTIONS,
                Map.of(
                        "keepreading.delivery.first-retry",
                        "100ms",
                        "keepreading.delivery.first-pause",
                        "100ms",
                        "keepreading.delivery.longest-pause",
                        "1s"));
    }

    /** Looks into the database only once the server has it: else it would be ours, and no kill of the server would hurt it. */
    private void awaitEnd(String url, long edition) {
        Wait.until(() -> relay.countByRecipient().size() == READERS);
        in(url, newsroom -> {
            Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
            return edition;
        });
    }

    /** Opens the database, looks, and closes it: what a killed process wrote is all there is. */
    private static <T> T in(String url, Function<DeliveryNewsroom, T> look) {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername("postgres");
            source.setPassword(TestDatabase.PASSWORD);
            return look.apply(DeliveryNewsroom.inRealTime(source));
        }
    }
}
