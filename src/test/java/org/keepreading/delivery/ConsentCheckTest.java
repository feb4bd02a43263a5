package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.delivery.DeliveryNewsroom.WEEKLY;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.delivery.Eligibility.Left;
import org.keepreading.delivery.Eligibility.Settled;
import org.keepreading.delivery.Eligibility.Stopped;
import org.keepreading.delivery.Eligibility.Wanted;
import org.keepreading.edition.Revision;
import org.keepreading.letter.Reader;
import org.keepreading.testing.TestDatabase;

/** Who still gets an edition at the moment when their message would leave. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConsentCheckTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private final DeliveryNewsroom newsroom;
    private final long ada;
    private final long edition;
    private final Claim claim;

    ConsentCheckTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        ada = newsroom.subscriber("ada@example.org", DAILY, WEEKLY);
        edition = newsroom.edition();
        newsroom.audiences(1).queue(edition, List.of(DAILY, WEEKLY));
        claim = claim();
        newsroom.clock.advance(Duration.ofSeconds(10));
    }

    @Test
    void areMailedAsTheyAreNow() {
        newsroom.jdbc
                .sql("update subscriber set email = 'new@example.org', sections = 'city;culture', language = 'pt'")
                .update();

        assertThat(((Wanted) eligibility()).reader())
                .isEqualTo(new Reader(ada, "new@example.org", "Ada", "pt", List.of("city", "culture")));
    }

    @Test
    void stayWhileOneOfTheirListsRemains() {
        newsroom.leaves(ada, DAILY);

        assertThat(eligibility()).isInstanceOf(Wanted.class);
    }

    @Test
    void areSkippedOnceTheyLeftEachList() {
        newsroom.leaves(ada, DAILY);
        newsroom.leaves(ada, WEEKLY);

        assertLeft("unsubscribed", "unsubscribed");
    }

    @Test
    void areSkippedOnceTheyBounced() {
        newsroom.becomes(ada, "bounced");

        assertLeft("bounced", "bounced");
    }

    @Test
    void areSkippedOnceTheirAddressIsSuppressed() {
        newsroom.suppresses("ada@example.org");

        assertLeft("suppressed", "suppressed: complained");
    }

    @Test
    void thatAreErasedLeaveNoTrace() {
        newsroom.erases(ada);

        assertThat(eligibility()).isEqualTo(new Settled());
    }

    @Test
    void thatHaveTheirDeliveryAreSettled() {
        newsroom.outcomes.record(new Delivery(
                new Revision(edition, 1),
                ada,
                DeliveryStatus.SENT,
                new OutcomeKind("2"),
                "250 OK",
                newsroom.clock.instant(),
                null,
                true));

        assertThat(eligibility()).isEqualTo(new Settled());
    }

    @Test
    void areNotMailedOfAPausedEdition() {
        newsroom.editions.pause(edition, "a typo");

        assertThat(eligibility()).isEqualTo(new Stopped());
    }

    @Test
    void areSkippedOnceItIsPastTheTimeUntilWhichTheEditionIsSent() {
        newsroom.jdbc
                .sql("update edition set send_until = :until")
                .param("until", newsroom.clock.instant().plusSeconds(10).atOffset(UTC))
                .update();
        assertThat(eligibility()).isInstanceOf(Wanted.class);

        newsroom.clock.advance(Duration.ofSeconds(10));

        assertLeft("too-late", "it was past the time until which the newsletter is sent");
    }

    @Test
    void areNotMailedByASenderWhoseLeaseSomebodyElseHolds() {
        newsroom.clock.advance(LEASE);
        claim();

        assertThat(eligibility()).isEqualTo(new Stopped());
    }

    private void assertLeft(String kind, String reason) {
        assertThat(((Left) eligibility()).outcome()).isEqualTo(Outcome.skipped(new OutcomeKind(kind), reason));
    }

    private Eligibility eligibility() {
        return newsroom.consent.of(claim.key(), ada);
    }

    private Claim claim() {
        var now = newsroom.clock.instant();
        return newsroom.batches.claim(Scope.EVERYTHING, now, now.plus(LEASE)).orElseThrow();
    }
}
