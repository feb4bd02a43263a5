package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.dao.DataIntegrityViolationException;

/** Old deliveries become figures, none counted twice and none lost. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FoldingTest {
    private static final Duration LONG = Duration.ofDays(91);
    private final DeliveryNewsroom newsroom;
    private final Folding folding;

    FoldingTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        folding = newsroom.folding();
    }

    @Test
    void leavesTheFiguresOfAnOldEditionAsTheyWere() {
        var edition = ended(2_500);
        var before = newsroom.deliveries.progress(edition);
        var reasons = newsroom.failures().byKind(edition);
        newsroom.clock.advance(LONG);

        assertThat(folding.fold()).isEqualTo(2_500);

        assertThat(newsroom.count("select count(*) from delivery")).isZero();
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(before);
        assertThat(before).isEqualTo(new Progress(2_500, 2_000, 0, 250, 250));
        assertThat(newsroom.failures().byKind(edition)).isEqualTo(reasons).isEqualTo(Map.of("5.1", 250L));
        assertThat(newsroom.deliveries.sentByRevision(edition)).isEqualTo(Map.of(1, 1_000L, 2, 1_000L));
        assertThat(newsroom.count("select deliveries from delivery_figure where kind = 'unsubscribed'"))
                .isEqualTo(250);
        assertThat(folding.fold()).isZero();
    }

    @Test
    void goesOnWhereItWasCutOff() {
        var edition = ended(2_500);
        newsroom.clock.advance(LONG);
        newsroom.jdbc
                .sql("alter table delivery_figure add constraint cut_off check (deliveries <= 800)")
                .update();
        assertThatThrownBy(folding::fold).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(2_500, 2_000, 0, 250, 250));
        assertThat(newsroom.count("select count(*) from delivery")).isEqualTo(500);

        newsroom.jdbc.sql("alter table delivery_figure drop constraint cut_off").update();
        folding.fold();

        assertThat(newsroom.count("select count(*) from delivery")).isZero();
        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(2_500, 2_000, 0, 250, 250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sending", "paused"})
    void leavesAloneWhatIsNotOver(String status) {
        var edition = ended(10);
        newsroom.jdbc
                .sql("update edition set status = :status, sent_at = null where id = :id")
                .param("status", status)
                .param("id", edition)
                .update();
        newsroom.clock.advance(LONG);

        assertThat(folding.fold()).isZero();

        assertThat(newsroom.count("select count(*) from delivery")).isEqualTo(10);
    }

    @Test
    void leavesAloneWhatEndedLately() {
        ended(10);
        newsroom.clock.advance(Duration.ofDays(89));

        assertThat(folding.fold()).isZero();
    }

    @Test
    void putsAwayWhatACancelledEditionLeftBehind() {
        newsroom.subscribers(30, DAILY);
        var edition = newsroom.publishes();
        newsroom.control().cancel(edition, "ada", "wrong list");
        newsroom.clock.advance(LONG);

        folding.fold();

        assertThat(newsroom.openBatches()).isZero();
        assertThat(newsroom.deliveries.progress(edition).left()).isEqualTo(30);
    }

    @Test
    void leavesNothingToRetryAndSaysSo() {
        var edition = ended(10);
        newsroom.clock.advance(LONG);
        folding.fold();

        assertThatThrownBy(() -> newsroom.failures().retry(edition, null, "ada"))
                .hasMessageContaining("that 1 failed is all that is known, not whose");
    }

    /** Of ten deliveries each: eight sent, half of them as revision 2, one failed, one skipped. */
    private long ended(int readers) {
        newsroom.subscribers(readers, DAILY);
        var edition = newsroom.publishes();
        newsroom.jdbc
                .sql("""
                        insert into delivery (edition_id, subscriber_id, revision, status, kind, attempts, reply, recorded_at)
                        select :edition, id, case when mod(id, 2) = 0 then 2 else 1 end,
                          case mod(id, 10) when 0 then 'failed' when 1 then 'skipped' else 'sent' end,
                          case mod(id, 10) when 0 then '5.1' when 1 then 'unsubscribed' else '2' end, 1,
                          case mod(id, 10) when 0 then '550 5.1.1 No such user' when 1 then 'unsubscribed' else '250 OK' end,
                          :now
                        from subscriber""")
                .param("edition", edition)
                .param("now", newsroom.clock.instant().atOffset(UTC))
                .update();
        newsroom.jdbc.sql("delete from batch").update();
        newsroom.end().endWhatIsDone();
        return edition;
    }
}
