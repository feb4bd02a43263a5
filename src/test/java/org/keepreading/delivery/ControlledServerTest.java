package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.EditionStatus;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** The real program, stopped and set going from another process, and killed in between. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ControlledServerTest {
    private static final int READERS = 1_500;
    private static final int CONNECTIONS = 4;
    private final FaultyRelay relay = new FaultyRelay();
    private final String url;

    ControlledServerTest(TestDatabase database) {
        url = database.sharedUrl();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void saysExactlyHowManyAreLeftAndMailsNobodyTwice() {
        var edition = in(newsroom -> {
            newsroom.subscribers(READERS, DAILY);
            return newsroom.publishesTheHarbourDaily();
        });

        try (var server = serve()) {
            relay.await(300);
            var paused = in(newsroom -> newsroom.control().pause(edition, "ada", "a typo"));
            var taken = relay.taken().size();
            assertThat(paused.inHand()).isZero();
            assertThat(paused.progress()).isEqualTo(new Progress(READERS, taken, 0, 0, 0));
            server.kill();
        }
        assertThat(progress(edition).left()).isEqualTo(READERS - relay.taken().size());

        in(newsroom -> newsroom.control().resume(edition, "ada"));
        try (var server = serve()) {
            relay.await(READERS);
            awaitEnd(edition);
            server.terminate();
        }
        assertThat(relay.countByRecipient()).hasSize(READERS);
        assertThat(relay.taken()).hasSize(READERS);
    }

    @Test
    void retriesWhatFailedAfterAKillAndNothingElse() {
        relay.when(Stage.RCPT, line -> line.matches(".*reader[0-9]*7@.*"), Fault.reply("554 5.7.1 Blocked"));
        var edition = in(newsroom -> {
            newsroom.subscribers(READERS, DAILY);
            return newsroom.publishesTheHarbourDaily();
        });
        try (var server = serve()) {
            relay.await(READERS * 9 / 10);
            awaitEnd(edition);
            server.kill();
        }
        assertThat(progress(edition)).isEqualTo(new Progress(READERS, READERS * 9 / 10, 0, READERS / 10, 0));
        relay.heal();

        assertThat(retry(edition)).isEqualTo(READERS / 10);
        assertThat(retry(edition)).isZero();
        try (var server = serve()) {
            relay.await(READERS * 9 / 10 + 20);
            server.kill();
        }
        try (var server = serve()) {
            Wait.until(() -> relay.countByRecipient().size() == READERS);
            awaitEnd(edition);
            server.terminate();
        }

        assertThat(progress(edition)).isEqualTo(new Progress(READERS, READERS, 0, 0, 0));
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(READERS + CONNECTIONS);
    }

    private Progress progress(long edition) {
        return in(newsroom -> newsroom.deliveries.progress(edition));
    }

    private long retry(long edition) {
        return in(newsroom -> newsroom.failures().retry(edition, null, "ada"));
    }

    private void awaitEnd(long edition) {
        in(newsroom -> {
            Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
            return edition;
        });
    }

    private ServerProcess serve() {
        return ServerProcess.sending(url, relay, CONNECTIONS, Map.of());
    }

    private <T> T in(Function<DeliveryNewsroom, T> look) {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername("postgres");
            source.setPassword(TestDatabase.PASSWORD);
            return look.apply(DeliveryNewsroom.inRealTime(source));
        }
    }
}
