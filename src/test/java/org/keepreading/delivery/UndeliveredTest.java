package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.delivery.Undelivered.Failed;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;

/** Who of an edition's readers has not got it, and why. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UndeliveredTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom;
    private final Undelivered undelivered;

    UndeliveredTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        undelivered = new Undelivered(newsroom.jdbc);
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void areNamedWithTheReason() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var bob = newsroom.subscriber("bob@example.org", DAILY);
        newsroom.subscriber("cy@example.org", DAILY);
        refuses("ada@", "550 5.1.1 No such user");
        refuses("bob@", "550 5.2.2 Mailbox full");
        var edition = sent();
        newsroom.erases(bob);

        assertThat(undelivered.allFailed(edition))
                .extracting(Failed::subscriberId, Failed::address, Failed::reason)
                .containsExactly(
                        tuple(ada, "ada@example.org", "550 5.1.1 No such user"),
                        tuple(bob, null, "550 5.2.2 Mailbox full"));
        assertThat(undelivered.failed(edition, 1)).hasSize(1);
    }

    @Test
    void areAllFoundHoweverManyTheyAre() {
        newsroom.subscribers(2_300, DAILY);
        var edition = newsroom.edition();
        newsroom.jdbc.sql("""
                        insert into delivery (edition_id, subscriber_id, status, kind, attempts, reply, recorded_at)
                        select :edition, id, 'failed', '5.1', 1, '550 5.1.1 No such user', created_at from subscriber""").param("edition", edition).update();

        assertThat(undelivered.allFailed(edition))
                .extracting(Failed::subscriberId)
                .hasSize(2_300)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void areDeferredForAReasonWhateverTheRelayWritesIntoEachReply() {
        newsroom.subscribers(5, DAILY);
        newsroom.subscriber("ada@example.org", DAILY);
        refuses("ada@", "451 4.3.0 Try again later");
        for (var number : List.of(1, 2, 3)) {
            refuses(
                    "reader" + number + "@",
                    "450 4.2.0 <reader%1$d@example.org>: Greylisted for %1$d00 seconds (q%1$dXa7)".formatted(number));
        }

        var edition = sent();

        var reasons = undelivered.deferred(edition);
        assertThat(reasons)
                .extracting(DeferralReason::reason, DeferralReason::readers)
                .containsExactly(
                        tuple("450 4.2.0 … Greylisted for … seconds …", 3L), tuple("451 4.3.0 Try again later", 1L));
        assertThat(reasons)
                .allSatisfy(reason -> assertThat(Duration.between(newsroom.clock.instant(), reason.nextTry()))
                        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10)));
    }

    @Test
    void areGroupedIntoSoManyReasonsAtMost() {
        var reasons = new DeferralReasons();
        var now = newsroom.clock.instant();
        IntStream.range(0, 300)
                .mapToObj(number -> "450 4.0.0 " + "a".repeat(number + 1))
                .forEach(reply -> reasons.add(new DeferralReason(reply, 1, now)));

        assertThat(reasons.mostReadersFirst())
                .hasSize(101)
                .first()
                .isEqualTo(new DeferralReason("other reasons", 200, now));
    }

    private void refuses(String who, String reply) {
        relay.when(Stage.RCPT, line -> line.contains(who), Fault.reply(reply));
    }

    private long sent() {
        var edition = newsroom.publishes();
        newsroom.senders(RelayAt.port(relay.port()), Sending.by(1)).drain(edition);
        return edition;
    }
}
