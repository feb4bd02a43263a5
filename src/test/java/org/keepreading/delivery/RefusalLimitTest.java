package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.edition.EditionStatus;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;

/** An edition stops by itself where the relay refuses too much of it. */
class RefusalLimitTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom = DeliveryNewsroom.inRealTime(TestDatabase.H2.fresh());
    private final Senders senders = newsroom.senders(RelayAt.port(relay.port()), Sending.hastily(2));

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void stopsAnEditionThatTheRelayRefusesForEverybody() {
        newsroom.subscribers(500, DAILY);
        var edition = newsroom.publishes();
        relay.always(Stage.RCPT, Fault.reply("554 5.7.1 Your address is on a list"));

        var progress = senders.drain(edition);

        var issue = newsroom.editions.get(edition);
        assertThat(issue.status()).isEqualTo(EditionStatus.PAUSED);
        assertThat(issue.reason())
                .isEqualTo("the relay refuses us, not the readers: \"554 5.7.1 Your address is on a list\"");
        assertThat(progress.failed()).isBetween(20L, 22L);
        assertThat(newsroom.told)
                .filteredOn(line -> line.contains("paused"))
                .singleElement()
                .asString()
                .endsWith(
                        "Z: paused by itself, as the relay refuses us, not the readers: \"554 5.7.1 Your address is on a"
                                + " list\". Mend that, then run \"editions resume %1$d\", and \"editions retry %1$d\" for those refused."
                                        .formatted(edition));
    }

    @Test
    void staysWholeWhereSomeAddressesAreDead() {
        newsroom.subscribers(500, DAILY);
        var edition = newsroom.publishes();
        relay.when(
                Stage.RCPT,
                line -> line.matches("(?i)rcpt to:<reader[0-9]*[13579]0@.*"),
                Fault.reply("550 5.1.1 No such user"));

        var progress = senders.drain(edition);

        assertThat(progress).isEqualTo(new Progress(500, 475, 0, 25, 0));
    }

    @Test
    void isWholeAgainWhenTheEditionGoesOn() {
        newsroom.subscribers(100, DAILY);
        var edition = newsroom.publishes();
        relay.always(Stage.RCPT, Fault.reply("550 5.1.1 No such user"));
        var failed = senders.drain(edition).failed();

        relay.heal();
        newsroom.editions.resume(edition);

        assertThat(senders.drain(edition)).isEqualTo(new Progress(100, 100 - failed, 0, failed, 0));
    }
}
