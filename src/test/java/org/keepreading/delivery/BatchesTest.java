package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.delivery.DeliveryNewsroom.WEEKLY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.Revision;
import org.keepreading.testing.TestDatabase;

/** Each run of neighbours is claimed by one sender, and by another once its lease has ended. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BatchesTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private final DeliveryNewsroom newsroom;

    BatchesTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
    }

    @Test
    void goToOneSenderEach() throws Exception {
        newsroom.subscribers(2_000, DAILY);
        queued(8);

        var claimed = sideBySide(8, this::claimAll).stream()
                .flatMap(List::stream)
                .flatMap(claim -> claim.subscribers().stream());

        assertThat(claimed).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void areCutFromWideOnesWhenTheyAreClaimed() throws Exception {
        newsroom.subscribers(5_000, DAILY);
        queued(1);

        var claims = sideBySide(2, this::claimAll).stream()
                .flatMap(List::stream)
                .map(Claim::subscribers)
                .toList();

        assertThat(claims).allSatisfy(subscribers -> assertThat(subscribers).hasSizeLessThanOrEqualTo(1_000));
        assertThat(claims.stream().flatMap(List::stream)).hasSize(5_000).doesNotHaveDuplicates();
    }

    @Test
    void areCutWhereSubscribersCrowdInOneOfThem() {
        newsroom.subscribers(4_000, DAILY);
        newsroom.subscribers(20_000, WEEKLY);
        newsroom.subscribers(2_500, DAILY);
        queued(1);

        var claims = claimAll();

        assertThat(claims).allSatisfy(claim -> assertThat(claim.subscribers()).hasSizeLessThanOrEqualTo(1_000));
        assertThat(claims.stream().flatMap(claim -> claim.subscribers().stream()))
                .hasSize(6_500)
                .doesNotHaveDuplicates();
    }

    @Test
    void goToAnotherOnceTheirLeaseEnded() {
        newsroom.subscriber("ada@example.org", DAILY);
        queued(1);
        claim();

        assertThat(claim()).isEmpty();
        newsroom.clock.advance(LEASE);

        assertThat(claim()).isPresent();
    }

    @Test
    void stayWithWhoeverRenews() {
        newsroom.subscriber("ada@example.org", DAILY);
        queued(1);
        var claim = claim().orElseThrow();

        newsroom.clock.advance(Duration.ofSeconds(50));
        claim.renew(now(), now().plus(LEASE));
        newsroom.clock.advance(Duration.ofSeconds(50));

        assertThat(claim.holds(now())).isTrue();
        assertThat(claim()).isEmpty();
    }

    @Test
    void areNotRenewedByWhoeverCameTooLate() {
        newsroom.subscriber("ada@example.org", DAILY);
        queued(1);
        var late = claim().orElseThrow();
        newsroom.clock.advance(LEASE);
        var next = claim().orElseThrow();

        late.renew(now(), now().plus(LEASE));
        late.release();
        late.finish();

        assertThat(late.holds(now())).isFalse();
        assertThat(next.holds(now())).isTrue();
        assertThat(claim()).isEmpty();
        assertThat(newsroom.openBatches()).isEqualTo(1);
    }

    @Test
    void areAtOnceThereForOthersWhenReleased() {
        newsroom.subscriber("ada@example.org", DAILY);
        queued(1);

        claim().orElseThrow().release();

        assertThat(claim()).isPresent();
    }

    @Test
    void areGoneWhenWorkedThrough() {
        newsroom.subscriber("ada@example.org", DAILY);
        queued(1);

        claim().orElseThrow().finish();

        assertThat(newsroom.openBatches()).isZero();
    }

    @Test
    void ofAPausedEditionWait() {
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = queued(1);

        newsroom.editions.pause(edition, "a typo in the headline");
        assertThat(claim()).isEmpty();
        newsroom.editions.resume(edition);

        assertThat(claim()).isPresent();
    }

    @Test
    void leaveOutWhoeverHasADeliveryAndWhoeverJoinedLater() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        var grace = newsroom.subscriber("grace@example.org");
        var edsger = newsroom.subscriber("edsger@example.org", DAILY);
        var edition = queued(1);
        newsroom.joins(grace, DAILY);
        newsroom.outcomes.record(new Delivery(
                new Revision(edition, 1), ada, DeliveryStatus.SENT, new OutcomeKind("2"), "250 OK", now(), null, true));

        assertThat(claim().orElseThrow().subscribers()).containsExactly(edsger);
    }

    private long queued(int connections) {
        var edition = newsroom.edition();
        newsroom.audiences(connections).queue(edition, List.of(DAILY));
        return edition;
    }

    private Optional<Claim> claim() {
        return newsroom.batches.claim(Scope.EVERYTHING, now(), now().plus(LEASE));
    }

    private List<Claim> claimAll() {
        var claims = new ArrayList<Claim>();
        for (var claim = claim(); claim.isPresent(); claim = claim()) {
            claims.add(claim.get());
        }
        return claims;
    }

    private Instant now() {
        return newsroom.clock.instant();
    }

    private static <T> List<T> sideBySide(int threads, Callable<T> work)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var future :
                    pool.invokeAll(Stream.generate(() -> work).limit(threads).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
