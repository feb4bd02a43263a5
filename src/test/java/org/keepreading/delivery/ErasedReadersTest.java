package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Revision;
import org.keepreading.subscriber.Consent;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code subscribers erase} does to deliveries, with all parts as the program has them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ErasedReadersTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private final Program program;
    private final DeliveryNewsroom newsroom;
    private final long ada;
    private final long edition;

    ErasedReadersTest(TestDatabase database) {
        program = Program.on(database, "2026-03-02T07:00:00Z");
        newsroom = DeliveryNewsroom.inRealTime(program.get(DataSource.class));
        ada = newsroom.subscriber(ADA.value(), DAILY);
        newsroom.subscriber("bob@example.org", DAILY);
        edition = newsroom.publishes();
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void leavesNoReplyThatQuotesTheAddress() {
        record(DeliveryStatus.FAILED, "550 5.1.1 <ada@example.org> unknown user");

        erase();

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("failed: null");
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(2, 0, 0, 1, 0));
    }

    @Test
    void givesUpWhatWasToBeTriedAgain() {
        record(DeliveryStatus.DEFERRED, "450 4.2.0 <ada@example.org> greylisted");

        erase();

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("skipped: null");
        assertThat(newsroom.count("select count(*) from deferral")).isZero();
    }

    @Test
    void countsWhoWasNotReachedYetAsSkipped() {
        erase();

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("skipped: null");
        assertThat(newsroom.deliveries.progress(edition).left()).isEqualTo(1);
    }

    @Test
    void saysNothingOfWhoWasNotInTheAudience() {
        newsroom.subscriber("cy@example.org", DAILY);

        program.get(Consent.class).erase(new EmailAddress("cy@example.org"), "ada");

        assertThat(newsroom.count("select count(*) from delivery")).isZero();
    }

    @Test
    void keepsNoReplyToAMessageThatWasInFlight() {
        erase();

        record(DeliveryStatus.SENT, "250 OK <ada@example.org>");

        assertThat(newsroom.deliveryTo(edition, ada)).isEqualTo("sent: null");
    }

    @Test
    void isOneWithTheErasure() {
        record(DeliveryStatus.FAILED, "550 5.1.1 <ada@example.org> unknown user");

        assertThatThrownBy(() -> program.get(TransactionTemplate.class).executeWithoutResult(status -> {
                    erase();
                    throw new IllegalStateException("The disk is full.");
                }))
                .hasMessage("The disk is full.");

        assertThat(newsroom.deliveryTo(edition, ada)).contains("unknown user");
        assertThat(newsroom.count("select count(*) from subscriber")).isEqualTo(2);
    }

    private void erase() {
        program.get(Consent.class).erase(ADA, "ada");
    }

    private void record(DeliveryStatus status, String reply) {
        var now = newsroom.time.instant();
        var next = status == DeliveryStatus.DEFERRED ? now.plus(Duration.ofHours(1)) : null;
        newsroom.outcomes.record(
                new Delivery(new Revision(edition, 1), ada, status, new OutcomeKind("5.1"), reply, now, next, true));
    }
}
