package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.relay.RelayAt;
import org.keepreading.relay.TestRelays;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;

/** What is counted of deliveries, for whoever watches. */
class MetersTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom = new DeliveryNewsroom(TestDatabase.H2);
    private final Senders senders = newsroom.senders(RelayAt.port(relay.port()), Sending.by(2));

    @AfterEach
    void stop() {
        senders.stop();
        relay.close();
    }

    @Test
    void countOutcomesByRelayAndClassAndNeverByAddress() {
        newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("bob@example.org", DAILY);
        relay.when(Stage.RCPT, line -> line.contains("bob"), Fault.reply("550 5.1.1 <bob@example.org> unknown user"));

        senders.drain(newsroom.publishes());

        assertThat(counted("keepreading.deliveries", "outcome", "sent")).isEqualTo(1);
        assertThat(counted("keepreading.deliveries", "outcome", "failed", "class", "5.1"))
                .isEqualTo(1);
        assertThat(everyTag()).contains("localhost:" + relay.port()).noneMatch(tag -> tag.contains("@"));
    }

    @Test
    void countWhoWasNotAskedBecauseTheyLeft() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        newsroom.leaves(ada, DAILY);

        senders.drain(edition);

        assertThat(counted("keepreading.deliveries", "outcome", "skipped", "class", "unsubscribed"))
                .isEqualTo(1);
    }

    @Test
    void countConnectionsOnlyWhileTheyAreOpen() {
        newsroom.subscribers(50, DAILY);
        senders.drain(newsroom.publishes());

        assertThat(newsroom.figures.get("keepreading.relay.connections").gauge().value())
                .isZero();
    }

    @Test
    void countARelayThatIsInTrouble() {
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        relay.requiringLogin("keepreading", "right");
        var wrong = newsroom.senders(RelayAt.port(relay.port()).login("keepreading", "wrong"), Sending.by(2));

        assertThatThrownBy(() -> wrong.drain(edition)).isInstanceOf(SendingStopped.class);

        assertThat(counted("keepreading.relay.troubles", "cure", "person")).isPositive();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource({
        "SENT, 250 2.0.0 OK, 2.0",
        "SENT, 250 OK, 2",
        "DEFERRED, 421 4.7.0 Slow down, 4.7",
        "FAILED, 550-5.7.1 Blocked, 5.7",
        "FAILED, 550 No such user, 5",
        "FAILED, 550 5.99.1 A subject that there is not, 5",
    })
    void tellRepliesApartByFewWords(DeliveryStatus status, String reply, String kind) {
        var outcome = Outcome.of(TestRelays.answer(reply));

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.kind()).hasToString(kind);
    }

    private double counted(String name, String... tags) {
        return newsroom.figures.get(name).tags(tags).counter().count();
    }

    private List<String> everyTag() {
        return newsroom.figures.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(Tag::getValue)
                .toList();
    }
}
