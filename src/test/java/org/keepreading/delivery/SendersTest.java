package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.EditionStatus;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** What a delivery is: each reader once, whatever the relay answers and whoever leaves meanwhile. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SendersTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom;
    private final Senders senders;

    SendersTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        senders = newsroom.senders(RelayAt.port(relay.port()), Sending.by(4));
    }

    @AfterEach
    void stop() {
        senders.stop();
        relay.close();
    }

    @Test
    void takeAnEditionToEverybodyOnce() {
        newsroom.subscribers(300, DAILY);
        var edition = newsroom.publishes();

        var progress = senders.drain(edition);

        assertThat(progress).isEqualTo(new Progress(300, 300, 0, 0, 0));
        assertThat(relay.countByRecipient())
                .hasSize(300)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENT);
        assertThat(newsroom.openBatches()).isZero();
    }

    @Test
    void keepTheirConnectionsOpen() {
        newsroom.subscribers(300, DAILY);

        senders.drain(newsroom.publishes());

        assertThat(relay.mostConnections()).isLessThanOrEqualTo(4);
        assertThat(relay.reached(Stage.CONNECT)).isLessThan(20);
    }

    @Test
    void skipWhoeverUnsubscribedAfterTheQueueWasFilled() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("grace@example.org", DAILY);
        var edition = newsroom.publishes();

        newsroom.leaves(ada, DAILY);
        var progress = senders.drain(edition);

        assertThat(relay.takenFor("ada@example.org")).isEmpty();
        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("skipped: unsubscribed");
        assertThat(progress).isEqualTo(new Progress(2, 1, 0, 0, 1));
    }

    @Test
    void takeARefusalAsFinal() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        relay.always(Stage.RCPT, Fault.reply("550 5.1.1 No such user"));

        var progress = senders.drain(edition);

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("failed: 550 5.1.1 No such user");
        assertThat(progress).isEqualTo(new Progress(1, 0, 0, 1, 0));
    }

    @Test
    void hurtOnlyTheOneWhoseAddressIsNone() {
        var broken = newsroom.subscriber("no address", DAILY);
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();

        var progress = senders.drain(edition);

        assertThat(newsroom.deliveryTo(edition, broken)).startsWith("failed: \"no address\" is no email address.");
        assertThat(progress).isEqualTo(new Progress(2, 1, 0, 1, 0));
    }

    @Test
    void areNotWaitedForWhereOnlyDeferredReadersAreLeft() {
        newsroom.subscribers(20, DAILY);
        var edition = newsroom.publishes();
        relay.when(Stage.RCPT, line -> line.contains("reader7@"), Fault.reply("450 4.2.1 Mailbox busy"));

        var progress = senders.drain(edition);

        assertThat(progress).isEqualTo(new Progress(20, 19, 1, 0, 0));
        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENDING);
        var waiting = newsroom.stragglers.of(edition);
        assertThat(waiting.readers()).isEqualTo(1);
        assertThat(waiting.nextTry().orElseThrow()).isAfter(newsroom.clock.instant());
        relay.heal();
        newsroom.clock.advance(Duration.ofMinutes(10));
        assertThat(senders.drain(edition)).as("once their time has come").isEqualTo(new Progress(20, 20, 0, 0, 0));
    }

    @Test
    void takeAnEmptyQueueForNoDeferredReaders() {
        newsroom.subscribers(3, DAILY);
        var edition = newsroom.publishes();
        senders.drain(edition);

        assertThat(newsroom.stragglers.areAllThatIsLeft(edition, newsroom.clock.instant()))
                .isFalse();
    }

    @Test
    void tellThatAnEditionIsQueuedBegunAndFinishedALineEach() {
        newsroom.subscribers(300, DAILY);

        var edition = newsroom.publishes();
        senders.drain(edition);
        newsroom.senders(RelayAt.port(relay.port()), Sending.by(4)).drain(edition);

        assertThat(newsroom.told)
                .containsExactly(
                        "Edition morning-brief 2026-03-02 07:00Z: queued for 300 readers, by schedule",
                        "Edition morning-brief 2026-03-02 07:00Z: begun",
                        "Edition morning-brief 2026-03-02 07:00Z: finished: 300 sent, 0 failed, 0 skipped in 0 s");
    }

    @Test
    void tellThatAnEditionHasBegunNotBeforeTheRelayTakesMail() {
        newsroom.subscribers(3, DAILY);
        var edition = newsroom.publishes();
        relay.requiringLogin("keepreading", "right");
        var wrong = newsroom.senders(RelayAt.port(relay.port()).login("keepreading", "wrong"), Sending.by(4));

        assertThatThrownBy(() -> wrong.drain(edition)).isInstanceOf(SendingStopped.class);

        assertThat(newsroom.told)
                .containsExactly("Edition morning-brief 2026-03-02 07:00Z: queued for 3 readers, by schedule");
    }

    @Test
    void tellOnceThatOnlyDeferredReadersAreLeftAndAgainWhenItIsOver() {
        newsroom.subscribers(3, DAILY);
        var edition = newsroom.publishes();
        relay.greylisting();

        senders.drain(edition);
        newsroom.end().endWhatIsDone();
        newsroom.clock.advance(Duration.ofMinutes(10));
        senders.drain(edition);

        assertThat(newsroom.told)
                .containsExactly(
                        "Edition morning-brief 2026-03-02 07:00Z: queued for 3 readers, by schedule",
                        "Edition morning-brief 2026-03-02 07:00Z: begun",
                        "Edition morning-brief 2026-03-02 07:00Z: finished but for 3 deferred, who are tried again until"
                                + " they are through: 0 sent, 0 failed, 0 skipped in 0 s",
                        "Edition morning-brief 2026-03-02 07:00Z: finished: 3 sent, 0 failed, 0 skipped in 10 min");
    }

    @Test
    void tryAgainLaterWhatIsDeferred() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        relay.greylisting();

        senders.start();
        relay.awaitAt(Stage.RCPT, 1);
        Wait.until(() -> newsroom.deliveries.progress(edition).deferred() == 1);
        newsroom.clock.advance(Duration.ofMinutes(3));
        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("deferred: 450 4.2.0 Greylisted, come again");
        newsroom.clock.advance(Duration.ofMinutes(4));
        relay.await(1);

        Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
        assertThat(newsroom.deliveryTo(edition, ada)).startsWith("sent: 250");
    }

    @Test
    void giveUpWhatIsDeferredForTooLong() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        relay.always(Stage.RCPT, Fault.reply("451 4.3.0 Later"));

        senders.start();
        Wait.until(() -> newsroom.deliveries.progress(edition).deferred() == 1);
        newsroom.clock.advance(Duration.ofDays(1));

        Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("failed: 451 4.3.0 Later");
    }

    @Test
    void burnNoDeliveryWhereTheLoginIsRefused() {
        newsroom.subscribers(100, DAILY);
        var edition = newsroom.publishes();
        relay.requiringLogin("keepreading", "right");
        var wrong = newsroom.senders(RelayAt.port(relay.port()).login("keepreading", "wrong"), Sending.by(4));

        assertThatThrownBy(() -> wrong.drain(edition))
                .isInstanceOf(SendingStopped.class)
                .hasMessageContaining("refuses the login of \"keepreading\"")
                .hasMessageNotContaining("wrong");
        var right = newsroom.senders(RelayAt.port(relay.port()).login("keepreading", "right"), Sending.by(4));

        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(100, 0, 0, 0, 0));
        assertThat(newsroom.count("select count(*) from batch where lease_owner is not null"))
                .isZero();
        assertThat(right.drain(edition)).isEqualTo(new Progress(100, 100, 0, 0, 0));
    }

    @Test
    void sendNothingMoreOfAPausedEdition() {
        newsroom.subscribers(400, DAILY);
        var edition = newsroom.publishes();
        relay.when(
                Stage.DOT,
                recipient -> recipient.equals("reader1@example.org"),
                Fault.meanwhile(() -> newsroom.editions.pause(edition, "a typo")));

        senders.drain(edition);
        var taken = relay.taken().size();
        newsroom.editions.resume(edition);
        senders.drain(edition);

        assertThat(taken).isLessThan(100);
        assertThat(relay.countByRecipient())
                .hasSize(400)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void letMessagesInFlightFinishWhenTheyStop() {
        newsroom.subscribers(400, DAILY);
        var edition = newsroom.publishes();

        senders.start();
        relay.await(50);
        senders.stop();

        assertThat(newsroom.deliveries.progress(edition).sent())
                .isEqualTo(relay.taken().size());
        assertThat(newsroom.count("select count(*) from batch where lease_owner is not null"))
                .isZero();
    }
}
