package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.Newsroom.DAILY;
import static org.keepreading.delivery.Newsroom.WEEKLY;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.delivery.Standing.Left;
import org.keepreading.delivery.Standing.Settled;
import org.keepreading.delivery.Standing.Stopped;
import org.keepreading.delivery.Standing.Wanted;
import org.keepreading.edition.Revision;
import org.keepreading.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReadersTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private final Newsroom newsroom;
    private final long ada;
    private final long edition;
    private final Claim claim;

    ReadersTest(TestDatabase database) {
        newsroom = new Newsroom(database);
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

        assertThat(standing())
                .isEqualTo(new Wanted(new Reader(ada, "new@example.org", "Ada", "pt", List.of("city", "culture"))));
    }

    @Test
    void stayWhileOneOfTheirListsRemains() {
        newsroom.leaves(ada, DAILY);

        assertThat(standing()).isInstanceOf(Wanted.class);
    }

    @Test
    void areSkippedOnceTheyLeftEachList() {
        newsroom.leaves(ada, DAILY);
        newsroom.leaves(ada, WEEKLY);

        assertThat(standing()).isEqualTo(new Left("unsubscribed"));
    }

    @Test
    void areSkippedOnceTheyBounced() {
        newsroom.becomes(ada, "bounced");

        assertThat(standing()).isEqualTo(new Left("bounced"));
    }

    @Test
    void areSkippedOnceTheirAddressIsSuppressed() {
        newsroom.suppresses("ada@example.org");

        assertThat(standing()).isEqualTo(new Left("suppressed: complained"));
    }

    @Test
    void thatAreErasedLeaveNoTrace() {
        newsroom.erases(ada);

        assertThat(newsroom.readers.moment(claim.key(), ada)).isEmpty();
    }

    @Test
    void thatHaveTheirDeliveryAreSettled() {
        newsroom.outcomes.record(new Delivery(
                new Revision(edition, 1), ada, DeliveryStatus.SENT, "250 OK", newsroom.clock.instant(), null, true));

        assertThat(standing()).isEqualTo(new Settled());
    }

    @Test
    void areNotMailedOfAPausedEdition() {
        newsroom.editions.pause(edition, "a typo");

        assertThat(standing()).isEqualTo(new Stopped());
    }

    @Test
    void areSkippedOnceItIsPastTheTimeUntilWhichTheEditionIsSent() {
        newsroom.jdbc
                .sql("update edition set send_until = :until")
                .param("until", newsroom.clock.instant().plusSeconds(10).atOffset(UTC))
                .update();
        assertThat(standing()).isInstanceOf(Wanted.class);

        newsroom.clock.advance(Duration.ofSeconds(10));

        assertThat(standing()).isEqualTo(new Left("it was past the time until which the newsletter is sent"));
    }

    @Test
    void areNotMailedByASenderWhoseLeaseSomebodyElseHolds() {
        newsroom.clock.advance(LEASE);
        claim();

        assertThat(standing()).isEqualTo(new Stopped());
    }

    private Standing standing() {
        return newsroom.readers.moment(claim.key(), ada).orElseThrow().standing();
    }

    private Claim claim() {
        var now = newsroom.clock.instant();
        return newsroom.batches.claim(Newsroom.EVERYTHING, now, now.plus(LEASE)).orElseThrow();
    }
}
