package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Revision;
import org.keepreading.relay.RelayAt;
import org.keepreading.relay.TestRelays;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.TestDatabase;

/** Pausing, resuming and cancelling an edition, and trying its failures again. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EditionControlTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom;
    private final Senders senders;
    private final EditionControl control;
    private final Failures failures;

    EditionControlTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        senders = newsroom.senders(RelayAt.port(relay.port()), Sending.by(4));
        control = newsroom.control();
        failures = newsroom.failures();
    }

    @AfterEach
    void stop() {
        senders.stop();
        relay.close();
    }

    @Test
    void countsExactlyWhatIsLeftOncePausedWhileSendersAreAtWork() {
        newsroom.subscribers(400, DAILY);
        var edition = newsroom.publishes();
        senders.start();
        relay.await(50);

        var paused = control.pause(edition, "ada", "a typo");

        assertThat(paused.inHand()).isZero();
        assertThat(paused.progress().sent()).isEqualTo(relay.taken().size());
        assertThat(paused.progress().left()).isEqualTo(400 - relay.taken().size());
        assertThat(control.pause(edition, "ada", "again").progress()).isEqualTo(paused.progress());
        control.resume(edition, "ada");
        relay.await(400);
        assertThat(relay.countByRecipient()).hasSize(400);
        assertThat(relay.taken()).hasSize(400);
    }

    @Test
    void tellsOnceWhoPausedResumedAndCancelled() {
        newsroom.subscribers(3, DAILY);
        var edition = newsroom.publishes();
        newsroom.told.clear();

        control.pause(edition, "ada", "a typo");
        control.pause(edition, "bob", "again");
        control.resume(edition, "bob");
        control.resume(edition, "bob");
        control.pause(edition, "ada", null);
        control.cancel(edition, "cy", "wrong list");
        control.cancel(edition, "cy", "wrong list");

        assertThat(newsroom.told)
                .containsExactly(
                        "Edition morning-brief 2026-03-02 07:00Z: paused by ada: a typo",
                        "Edition morning-brief 2026-03-02 07:00Z: resumed by bob",
                        "Edition morning-brief 2026-03-02 07:00Z: paused by ada",
                        "Edition morning-brief 2026-03-02 07:00Z: cancelled by cy: wrong list");
    }

    @Test
    void keepsWhoPausedWhereTheyGaveNoReason() {
        var edition = newsroom.publishes();

        assertThat(control.pause(edition, "ada", null).issue().reason()).isEqualTo("by ada");
    }

    @Test
    void saysHowManyMayBeOnTheirWayRightAfterAKill() {
        newsroom.subscribers(100, DAILY);
        var edition = newsroom.publishes();
        var now = newsroom.clock.instant();
        newsroom.batches.claim(Scope.EVERYTHING, now, now.plusSeconds(60)); // whoever held it is dead

        var cancelled = control.cancel(edition, "ada", "wrong list");

        assertThat(cancelled.inHand()).isEqualTo(1);
        assertThat(cancelled.progress()).isEqualTo(new Progress(100, 0, 0, 0, 0));
        assertThat(cancelled.issue().status()).isEqualTo(EditionStatus.CANCELLED);
    }

    @Test
    void retriesWhatFailedAndNothingElse() {
        newsroom.subscribers(30, DAILY);
        var edition = newsroom.publishes();
        relay.when(Stage.RCPT, line -> line.contains("reader1"), Fault.reply("550 5.7.1 Blocked"));
        senders.drain(edition);
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(30, 19, 0, 11, 0));
        relay.heal();

        assertThat(failures.retry(edition, null, "ada")).isEqualTo(11);
        assertThat(failures.retry(edition, null, "ada")).isZero();

        assertThat(newsroom.told)
                .filteredOn(line -> line.contains("again"))
                .containsExactly(
                        "Edition morning-brief 2026-03-02 07:00Z: 11 failed deliveries are tried again, by ada");
        var stand = control.stand(edition);
        assertThat(stand.issue().status()).isEqualTo(EditionStatus.SENDING);
        assertThat(stand.progress()).isEqualTo(new Progress(30, 19, 11, 0, 0));
        assertThat(stand.progress().left()).isEqualTo(11);
        assertThat(senders.drain(edition)).isEqualTo(new Progress(30, 30, 0, 0, 0));
        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENT);
        assertThat(relay.countByRecipient())
                .hasSize(30)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void skipsWhoHasLeftSinceTheirDeliveryFailed() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishes();
        relay.always(Stage.RCPT, Fault.reply("550 5.7.1 Blocked"));
        senders.drain(edition);
        relay.heal();
        newsroom.leaves(ada, DAILY);

        failures.retry(edition, null, "ada");
        senders.drain(edition);

        assertThat(relay.taken()).isEmpty();
        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("skipped: unsubscribed");
    }

    @Test
    void retriesOneClassOfFailuresAlone() {
        var edition = failed("550 5.1.1 No such user", "554 5.7.1 Blocked", "no address");

        assertThat(failures.byKind(edition)).isEqualTo(Map.of("5.1", 1L, "5.7", 1L, "unsendable", 1L));
        assertThat(failures.retry(edition, OutcomeKind.failing("5.7"), "ada")).isEqualTo(1);

        assertThat(failures.byKind(edition)).isEqualTo(Map.of("5.1", 1L, "unsendable", 1L));
        assertThat(newsroom.deliveries.progress(edition).deferred()).isEqualTo(1);
    }

    @Test
    void retriesThousandsInManySmallTransactionsWithExactCounts() {
        var edition = failed(Collections.nCopies(2_500, "554 5.7.1 Blocked").toArray(String[]::new));

        assertThat(failures.retry(edition, null, "ada")).isEqualTo(2_500);

        assertThat(newsroom.count("select count(*) from deferral")).isEqualTo(2_500);
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(2_500, 0, 2_500, 0, 0));
    }

    @Test
    void leavesASentEditionAloneThatHasNothingToRetry() {
        newsroom.subscribers(3, DAILY);
        var edition = newsroom.publishes();
        senders.drain(edition);

        assertThat(failures.retry(edition, null, "ada")).isZero();

        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENT);
    }

    @Test
    void keepsAPausedEditionPausedWhenItsFailuresAreRetried() {
        var edition = failed("554 5.7.1 Blocked");
        newsroom.editions.reopen(edition);
        control.pause(edition, "ada", "the relay blocks us");

        assertThat(failures.retry(edition, null, "ada")).isEqualTo(1);

        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.PAUSED);
        assertThat(newsroom.count("select count(*) from deferral")).isEqualTo(1);
    }

    @Test
    void retriesNothingOfWhatWasCalledOff() {
        var edition = newsroom.publishes();
        control.cancel(edition, "ada", "wrong list");

        assertThatThrownBy(() -> failures.retry(edition, null, "ada"))
                .isInstanceOf(EditionOver.class)
                .hasMessageContaining("is cancelled already, so there is nothing to retry");
    }

    @Test
    void endsNoEditionThatIsTakenUpInThatMoment() {
        var edition = failed("554 5.7.1 Blocked");
        failures.retry(edition, null, "ada");

        newsroom.end().endWhatIsDone();

        assertThat(newsroom.editions.get(edition).status()).isEqualTo(EditionStatus.SENDING);
    }

    private long failed(String... replies) {
        newsroom.subscribers(replies.length, DAILY);
        var edition = newsroom.publishes();
        var readers = newsroom.jdbc
                .sql("select id from subscriber order by id")
                .query(Long.class)
                .list();
        var failures = IntStream.range(0, replies.length)
                .mapToObj(i -> failure(
                        new DeliveryAttempt(new Revision(edition, 1), readers.get(i), 1, newsroom.clock.instant()),
                        replies[i]))
                .toList();
        new OutcomeLedger(newsroom.many, newsroom.transaction, newsroom.editions)
                .write(failures, newsroom.clock.instant());
        newsroom.jdbc.sql("delete from batch").update();
        newsroom.end().endWhatIsDone();
        return edition;
    }

    private Delivery failure(DeliveryAttempt attempt, String reply) {
        var outcome = reply.startsWith("5") ? Outcome.of(TestRelays.answer(reply)) : Outcome.unsendable(reply);
        return new Retries(Sending.by(1).delivery(), newsroom.clock).after(attempt, outcome);
    }
}
