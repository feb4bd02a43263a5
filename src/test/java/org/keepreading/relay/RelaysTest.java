package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.delivery.DeliveryNewsroom;
import org.keepreading.delivery.Sending;
import org.keepreading.edition.EditionStatus;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** Several relays, each an SMTP server on a socket. */
class RelaysTest {
    private final DeliveryNewsroom newsroom = DeliveryNewsroom.inRealTime(TestDatabase.H2.fresh());
    private final Sending sending = Sending.hastily(2);
    private final TestRelays relays = newsroom.relays(sending);
    private final FaultyRelay bulk = new FaultyRelay();
    private final FaultyRelay other = new FaultyRelay();

    @AfterEach
    void close() {
        bulk.close();
        other.close();
    }

    @Test
    void shareTheMailByWeight() {
        newsroom.subscribers(400, DAILY);

        send(
                route(bulk, rules().connections(6).weight(3)),
                route(other, rules().connections(2).weight(1)));

        assertThat(bulk.taken()).hasSizeBetween(240, 360);
        assertEverybodyOnce(400);
    }

    @Test
    void takeEachOthersMailWhileOneIsInTrouble() {
        newsroom.subscribers(200, DAILY);
        bulk.always(Stage.CONNECT, Fault.reply("554 5.3.2 Out of order"));

        send(route(bulk, rules()), route(other, rules()));

        assertThat(other.taken()).hasSize(200);
        assertEverybodyOnce(200);
    }

    @Test
    void goBackToARelayThatIsWellAgain() {
        newsroom.subscribers(50, DAILY);
        bulk.next(1, Stage.CONNECT, Fault.reply("421 4.3.2 Restarting"));
        var both = relays.of(route(bulk, rules()), route(other, rules().weight(0)));
        var senders = newsroom.senders(both, sending);
        senders.drain(newsroom.publishes());
        Wait.until(() -> !both.areClosed());

        newsroom.subscribers(20, DAILY);
        var before = bulk.taken().size();
        Wait.until(() -> {
            senders.drain(newsroom.publishes());
            return bulk.taken().size() > before;
        });
    }

    @Test
    void useABackupOnlyWhileTheOthersAreInTrouble() {
        newsroom.subscribers(100, DAILY);

        send(route(bulk, rules()), route(other, rules().weight(0)));

        assertThat(other.taken()).isEmpty();
        assertEverybodyOnce(100);
    }

    @Test
    void sendANewslettersAndADomainsMailByTheRelayThatNamesThem() {
        newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("grace@Harbour.example", DAILY);

        send(route(bulk, rules()), route(other, rules().domains("harbour.example")));

        assertThat(other.taken()).extracting(FaultyRelay.Mail::recipient).containsExactly("grace@Harbour.example");
        assertThat(bulk.takenFor("ada@example.org")).hasSize(1);
    }

    @Test
    void letOtherNewslettersGoOnWhileTheRelayOfOneIsDown() {
        newsroom.subscriber("ada@example.org", DAILY);
        bulk.die();
        var stuck = newsroom.publishes();
        var free = newsroom.publishes();
        newsroom.becomesOf(free, "another");
        var senders = newsroom.senders(
                relays.of(
                        route(bulk, rules().newsletters("morning-brief")),
                        route(other, rules().newsletters("another"))),
                sending);
        senders.start();

        Wait.until(() -> newsroom.editions.get(free).status() == EditionStatus.SENT);
        assertThat(newsroom.editions.get(stuck).status()).isEqualTo(EditionStatus.SENDING);
        bulk.comeBack();
        Wait.until(() -> newsroom.editions.get(stuck).status() == EditionStatus.SENT);

        senders.stop();
        assertThat(bulk.taken()).hasSize(1);
        assertThat(other.taken()).hasSize(1);
    }

    @Test
    void keepToAnHoursLimitAndSendTheRestByAnother() {
        newsroom.subscribers(100, DAILY);

        send(route(bulk, rules().rate("30/h").domains("example.org")), route(other, rules()));

        assertThat(bulk.taken()).hasSize(30);
        assertEverybodyOnce(100);
    }

    @Test
    void warmANewAddressUpWithTheNewestReaders() {
        newsroom.subscribers(100, DAILY);
        var today = newsroom.time.instant().toString().substring(0, 10);

        send(route(bulk, rules().warmUp(today + ": 10 20")), route(other, rules()));

        assertThat(bulk.taken())
                .extracting(FaultyRelay.Mail::recipient)
                .containsExactlyInAnyOrderElementsOf(readers(91, 100));
        assertEverybodyOnce(100);
    }

    @Test
    void haveNoMoreConnectionsThanTheRelayIsToHave() {
        newsroom.subscribers(300, DAILY);

        send(route(bulk, rules().connections(1)), route(other, rules().connections(3)));

        assertThat(bulk.mostConnections()).isEqualTo(1);
        assertThat(other.mostConnections()).isLessThanOrEqualTo(3);
    }

    private void send(Relay... them) {
        var edition = newsroom.publishes();

        newsroom.senders(relays.of(them), sending).drain(edition);

        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENT);
    }

    private Relay route(FaultyRelay relay, Rules rules) {
        return relays.relay(RelayAt.port(relay.port()), rules.rules);
    }

    private static List<String> readers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("reader%d@example.org"::formatted)
                .toList();
    }

    private void assertEverybodyOnce(int readers) {
        var recipients = new HashSet<String>();
        bulk.taken()
                .forEach(mail -> assertThat(recipients.add(mail.recipient())).isTrue());
        other.taken()
                .forEach(mail -> assertThat(recipients.add(mail.recipient())).isTrue());
        assertThat(recipients).hasSize(readers);
    }

    private static Rules rules() {
        return new Rules(new RelayRules(
                "", 587, "", "", "", Map.of(), 2, 1_000, RateLimits.valueOf(""), WarmUp.NONE, 1, List.of(), List.of()));
    }

    /** A relay's rules, one after the other. */
    private record Rules(RelayRules rules) {
        Rules weight(int weight) {
            return with(
                    rules.connections(), rules.rate(), rules.warmUp(), weight, rules.newsletters(), rules.domains());
        }

        Rules connections(int connections) {
            return with(
                    connections, rules.rate(), rules.warmUp(), rules.weight(), rules.newsletters(), rules.domains());
        }

        Rules rate(String rate) {
            return with(
                    rules.connections(),
                    RateLimits.valueOf(rate),
                    rules.warmUp(),
                    rules.weight(),
                    rules.newsletters(),
                    rules.domains());
        }

        Rules warmUp(String plan) {
            return with(
                    rules.connections(),
                    rules.rate(),
                    WarmUp.valueOf(plan),
                    rules.weight(),
                    rules.newsletters(),
                    rules.domains());
        }

        Rules newsletters(String... keys) {
            return with(
                    rules.connections(), rules.rate(), rules.warmUp(), rules.weight(), List.of(keys), rules.domains());
        }

        Rules domains(String... domains) {
            return with(
                    rules.connections(),
                    rules.rate(),
                    rules.warmUp(),
                    rules.weight(),
                    rules.newsletters(),
                    List.of(domains));
        }

        private static Rules with(
                int connections,
                RateLimits rate,
                WarmUp warmUp,
                int weight,
                List<String> newsletters,
                List<String> domains) {
            return new Rules(new RelayRules(
                    "", 587, "", "", "", Map.of(), connections, 1_000, rate, warmUp, weight, newsletters, domains));
        }
    }
}
