package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.delivery.DeliveryStatus.DEFERRED;
import static org.keepreading.delivery.DeliveryStatus.FAILED;
import static org.keepreading.delivery.DeliveryStatus.SENT;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.Revision;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** An outcome is durable before its sender goes on, and what was sent stays sent. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OutcomesTest {
    private final DeliveryNewsroom newsroom;
    private final long ada;
    private final long edition;

    OutcomesTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        ada = newsroom.subscriber("ada@example.org", DAILY);
        edition = newsroom.edition();
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "SENT, DEFERRED, sent",
        "SENT, FAILED, sent",
        "SENT, SKIPPED, sent",
        "DEFERRED, SENT, sent",
        "DEFERRED, FAILED, failed",
        "DEFERRED, SKIPPED, skipped",
        "DEFERRED, DEFERRED, deferred",
        "FAILED, DEFERRED, failed",
        "FAILED, SENT, sent",
    })
    void changeOnlyWhatIsNotFinalAndNeverWhatWasSent(DeliveryStatus first, DeliveryStatus second, String result) {
        record(first);
        record(second);

        assertThat(newsroom.deliveryTo(edition, ada)).startsWith(result + ":");
        assertThat(newsroom.count("select count(*) from deferral")).isEqualTo(result.equals("deferred") ? 1 : 0);
    }

    @Test
    void countTheAttempts() {
        record(DEFERRED);
        record(DEFERRED);
        record(SENT);

        assertThat(newsroom.count("select attempts from delivery")).isEqualTo(3);
    }

    @Test
    void keepWhenADeferredDeliveryIsTriedAgain() {
        record(DEFERRED);
        var now = newsroom.clock.instant();

        assertThat(newsroom.deferrals.claim(Scope.EVERYTHING, now, now.plusSeconds(60)))
                .isEmpty();
        newsroom.clock.advance(Duration.ofMinutes(5));
        var later = newsroom.clock.instant();

        assertThat(newsroom.deferrals
                        .claim(Scope.EVERYTHING, later, later.plusSeconds(60))
                        .orElseThrow()
                        .subscribers())
                .containsExactly(ada);
    }

    @Test
    void ofManyConnectionsAreAllDurable() {
        newsroom.subscribers(400, DAILY);
        var first = ada + 1;

        IntStream.range(0, 400)
                .parallel()
                .forEach(i -> newsroom.outcomes.record(new Delivery(
                        new Revision(edition, 1),
                        first + i,
                        SENT,
                        new OutcomeKind("2"),
                        "250 OK",
                        newsroom.clock.instant(),
                        null,
                        true)));

        assertThat(newsroom.deliveries.progress(edition).sent()).isEqualTo(400);
    }

    @Test
    void waitAllTogetherUntilTheDatabaseTakesThem() throws Exception {
        var readers = IntStream.range(0, 4)
                .mapToObj(i -> newsroom.subscriber("reader" + i + "@example.org", DAILY))
                .toList();
        newsroom.jdbc.sql("alter table delivery rename to out_of_reach").update();

        var recordings = readers.stream()
                .map(reader -> new FutureTask<>(() -> record(reader, SENT), reader))
                .toList();
        var senders = recordings.stream().map(Thread::new).toList();
        senders.forEach(Thread::start);
        Wait.until(() -> senders.stream().noneMatch(sender -> sender.getState() == Thread.State.RUNNABLE));
        newsroom.jdbc.sql("alter table out_of_reach rename to delivery").update();

        for (var recording : recordings) {
            assertThat(newsroom.deliveryTo(edition, recording.get())).startsWith("sent:");
        }
    }

    @Test
    @Timeout(60)
    void keepTheBeginningOfWhatARelayGoesOnAndOnAbout() {
        var sentence = "The relay's reply can't be read: \u0000" + "😀".repeat(1_000);
        newsroom.outcomes.record(new Delivery(
                new Revision(edition, 1),
                ada,
                FAILED,
                new OutcomeKind("unanswered"),
                sentence,
                newsroom.clock.instant(),
                null,
                true));

        assertThat(newsroom.deliveryTo(edition, ada))
                .startsWith("failed: The relay's reply can't be read: 😀")
                .endsWith("😀…");
    }

    @Test
    void ofAnEditionThatIsGoneHurtNobodyElse() {
        newsroom.outcomes.record(new Delivery(
                new Revision(edition + 1, 1),
                ada,
                FAILED,
                new OutcomeKind("5"),
                "gone",
                newsroom.clock.instant(),
                null,
                true));
        record(SENT);

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("sent: SENT");
    }

    private void record(DeliveryStatus status) {
        record(ada, status);
    }

    private void record(long subscriber, DeliveryStatus status) {
        var now = newsroom.clock.instant();
        newsroom.outcomes.record(new Delivery(
                new Revision(edition, 1),
                subscriber,
                status,
                new OutcomeKind("2"),
                status.name(),
                now,
                status == DEFERRED ? now.plus(Duration.ofMinutes(5)) : null,
                true));
    }
}
