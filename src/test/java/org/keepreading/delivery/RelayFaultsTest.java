package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keepreading.edition.EditionStatus;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Mischief;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** Whatever the relay does, nobody is lost, and whoever gets a message twice could not be known to have it. */
class RelayFaultsTest {
    private static final int CONNECTIONS = 4;
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom = DeliveryNewsroom.inRealTime(TestDatabase.H2.fresh());
    private final Senders senders = newsroom.senders(RelayAt.port(relay.port()), Sending.hastily(CONNECTIONS));

    private static final Map<String, Fault> FAULTS = Map.of(
            "drops", Fault.drop(),
            "resets", Fault.reset(),
            "talks nonsense", Fault.garbage(),
            "talks endlessly", Fault.enormous(),
            "talks byte by byte", Fault.byteByByte(),
            "says 421", Fault.reply("421 4.3.2 Shutting down"),
            "says 451", Fault.reply("451 4.3.0 Try again"),
            "contradicts itself", Fault.reply("250-2.0.0 Well\n451 4.3.0 No"));

    static Stream<Arguments> eachFaultAtEachStage() {
        var stages = List.of(Stage.CONNECT, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.DOT);
        return stages.stream()
                .flatMap(stage -> FAULTS.keySet().stream().sorted().map(fault -> Arguments.of(fault, stage)));
    }

    @AfterEach
    void stop() {
        senders.stop();
        relay.close();
    }

    @ParameterizedTest(name = "that {0} at {1}")
    @MethodSource("eachFaultAtEachStage")
    void everybodyGetsItOnceOfARelay(String fault, Stage stage) {
        newsroom.subscribers(40, DAILY);
        relay.next(3, stage, FAULTS.get(fault));

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(40, 40, 0, 0, 0));
        assertThat(relay.countByRecipient())
                .hasSize(40)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
    }

    static EnumSet<Stage> eachStage() {
        return EnumSet.of(Stage.CONNECT, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.BODY, Stage.DOT);
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("eachStage")
    void everybodyGetsItThoughTheRelayHangs(Stage stage) {
        newsroom.subscribers(40, DAILY);
        relay.next(1, stage, Fault.hang());
        var impatient =
                newsroom.senders(RelayAt.port(relay.port()).with("timeout", "2000"), Sending.hastily(CONNECTIONS));

        var progress = impatient.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(40, 40, 0, 0, 0));
        assertThat(relay.countByRecipient()).hasSize(40);
    }

    @Test
    void whatWasTakenWithoutAnAnswerGoesAgainWithTheSameMessageId() {
        newsroom.subscribers(40, DAILY);
        relay.next(3, Stage.DOT, Fault.drop().afterTaking());

        senders.drain(newsroom.publishes());

        assertThat(relay.countByRecipient()).hasSize(40);
        assertThat(relay.taken()).hasSize(43);
        assertThat(relay.taken().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(40);
    }

    @Test
    void everybodyGetsItOfARelayThatGreylistsEverybody() {
        newsroom.subscribers(100, DAILY);
        relay.greylisting();

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(100, 100, 0, 0, 0));
        assertThat(doubles()).isEmpty();
    }

    @Test
    void everybodyGetsItOfARelayThatDiesAndComesBack() {
        newsroom.subscribers(400, DAILY);
        var edition = newsroom.publishes();

        senders.start();
        relay.await(100);
        relay.die();
        Wait.until(() -> newsroom.count("select count(*) from batch where lease_owner is not null") == 0);
        relay.comeBack();

        Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(400, 400, 0, 0, 0));
        assertThat(relay.countByRecipient()).hasSize(400);
        assertThat(doubles()).hasSizeLessThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void everybodyGetsItOfARelayThatTakesOnlySoManyAtATime() {
        newsroom.subscribers(100, DAILY);
        var until = new AtomicLong();
        var taken = new AtomicInteger();
        relay.when(
                Stage.RCPT,
                line -> {
                    var now = System.nanoTime();
                    if (now > until.get()) {
                        until.set(now + TimeUnit.MILLISECONDS.toNanos(300));
                        taken.set(0);
                    }
                    return taken.incrementAndGet() > 20;
                },
                Fault.reply("451 4.7.1 You are sending too fast"));

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(100, 100, 0, 0, 0));
        assertThat(doubles()).isEmpty();
    }

    @Test
    void everybodyGetsItOfARelayThatHasFewerConnectionsThanWe() {
        newsroom.subscribers(100, DAILY);
        relay.when(
                Stage.CONNECT,
                line -> relay.connections() > 1,
                Fault.reply("421 4.7.0 Too many connections from your address"));

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(100, 100, 0, 0, 0));
        assertThat(doubles()).isEmpty();
    }

    @Test
    void everybodyGetsItOfARelayWithoutAnyExtension() {
        newsroom.subscribers(40, DAILY);
        relay.offering();

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(40, 40, 0, 0, 0));
        assertThat(doubles()).isEmpty();
    }

    @Test
    void nothingIsUsedUpOnARelayThatTakesOnlySmallerMessages() {
        newsroom.subscribers(40, DAILY);
        var edition = newsroom.publishes();
        relay.offering("PIPELINING", "SIZE 50");

        assertThatThrownBy(() -> senders.drain(edition))
                .isInstanceOf(SendingStopped.class)
                .hasMessageMatching(
                        "Relay localhost:\\d+ takes messages of at most 50 bytes, and this one has \\d+\\. .*");

        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(40, 0, 0, 0, 0));
        assertThat(relay.reached(Stage.MAIL)).isZero();
    }

    @Test
    void everybodyGetsItOfARelayWhoseLoginIsRefusedOnce() {
        newsroom.subscribers(40, DAILY);
        relay.requiringLogin("keeper", "secret").next(1, Stage.AUTH, Fault.reply("454 4.7.0 Not now"));
        var known =
                newsroom.senders(RelayAt.port(relay.port()).login("keeper", "secret"), Sending.hastily(CONNECTIONS));

        var progress = known.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(40, 40, 0, 0, 0));
    }

    @ParameterizedTest(name = "of seed {0}, of a relay that offers PIPELINING and {1}")
    @CsvSource({"1, SIZE", "2, SIZE", "3, SIZE", "1, CHUNKING", "2, CHUNKING"})
    void everybodyGetsItThroughAMixtureOfFaults(long seed, String extension) {
        newsroom.subscribers(500, DAILY);
        relay.offering("PIPELINING", extension);
        var mischief = Mischief.of(relay, seed, 5);

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(500, 500, 0, 0, 0));
        assertThat(relay.countByRecipient()).hasSize(500);
        assertThat(relay.taken()).hasSizeLessThanOrEqualTo(500 + mischief.unanswered());
        assertThat(relay.taken().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(500);
    }

    @Test
    void oneReaderWhomTheRelayHangsUpOnHoldsUpNobody() {
        newsroom.subscribers(40, DAILY);
        var edition = newsroom.publishes();
        relay.when(Stage.RCPT, line -> line.contains("<reader7@"), Fault.reply("421 4.7.0 Not now"));

        senders.start();
        relay.await(39);
        relay.heal();

        Wait.until(() -> newsroom.editions.get(edition).status() == EditionStatus.SENT);
        assertThat(relay.countByRecipient()).hasSize(40);
    }

    @Test
    void aConnectionIsMadeAnewWhenTheRelayHadEnoughOfIt() {
        newsroom.subscribers(60, DAILY);
        relay.when(
                Stage.MAIL,
                line -> relay.reached(Stage.MAIL) % 5 == 0,
                Fault.reply("421 4.7.0 Too many messages on this connection"));

        var progress = senders.drain(newsroom.publishes());

        assertThat(progress).isEqualTo(new Progress(60, 60, 0, 0, 0));
        assertThat(doubles()).isEmpty();
    }

    private List<String> doubles() {
        return relay.countByRecipient().entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
