package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.Revision;
import org.keepreading.testing.TestDatabase;

/** When an edition will have been sent. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ForecastTest {
    private final DeliveryNewsroom newsroom;
    private final long edition;

    ForecastTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        newsroom.subscribers(1_000, DAILY);
        edition = newsroom.publishes();
    }

    @Test
    void goesByThePaceOfTheLastMinute() {
        settled(1, 10);
        newsroom.clock.advance(Duration.ofMinutes(30));
        settled(11, 130);
        newsroom.clock.advance(Duration.ofSeconds(60));

        assertThat(end()).contains(newsroom.clock.instant().plus(Duration.ofSeconds(870 / 2)));
    }

    @Test
    void isNoneWhereNothingLeavesNow() {
        assertThat(end()).isEmpty();

        settled(1, 10);
        newsroom.clock.advance(Duration.ofMinutes(5));

        assertThat(end()).isEmpty();
    }

    @Test
    void leavesOutWhoIsDeferred() {
        newsroom.clock.advance(Duration.ofSeconds(1));
        settled(1, 400);
        deferred(401, 500);
        newsroom.clock.advance(Duration.ofSeconds(50));

        assertThat(end())
                .as("500 left at 10 a second")
                .contains(newsroom.clock.instant().plus(Duration.ofSeconds(50)));
        settled(501, 1_000);
        assertThat(end()).as("only deferred ones left").isEmpty();
    }

    private Optional<Instant> end() {
        return new Forecast(newsroom.jdbc, newsroom.stragglers, newsroom.clock)
                .end(edition, newsroom.deliveries.progress(edition));
    }

    private void deferred(long first, long last) {
        for (var reader = first; reader <= last; reader++) {
            newsroom.outcomes.record(new Delivery(
                    new Revision(edition, 1),
                    reader,
                    DeliveryStatus.DEFERRED,
                    new OutcomeKind("2"),
                    "450 later",
                    newsroom.clock.instant(),
                    newsroom.clock.instant().plus(Duration.ofMinutes(5)),
                    true));
        }
    }

    private void settled(long first, long last) {
        for (var reader = first; reader <= last; reader++) {
            newsroom.outcomes.record(new Delivery(
                    new Revision(edition, 1),
                    reader,
                    DeliveryStatus.SENT,
                    new OutcomeKind("2"),
                    "250 OK",
                    newsroom.clock.instant(),
                    null,
                    true));
        }
    }
}
