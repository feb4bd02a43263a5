package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Since when a newsletter comes by its schedule. */
class ScheduledSinceTest {
    private final SettableClock clock = new SettableClock("2026-03-02T06:00:00Z");

    @ParameterizedTest
    @EnumSource
    void owesNoSlotFromBeforeItsScheduleChanged(TestDatabase database) {
        var newsletters = new Newsletters(JdbcClient.create(database.fresh()), clock);
        newsletters.apply(Harbour.daily());

        clock.advance(Duration.ofHours(2));
        newsletters.apply(dueAt("0 0 5 * * ?"));

        assertThat(newsletters.scheduledSince(new NewsletterKey("daily")))
                .isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void stillOwesItsSlotsWhenOnlyItsTitleChanged(TestDatabase database) {
        var newsletters = new Newsletters(JdbcClient.create(database.fresh()), clock);
        newsletters.apply(Harbour.daily());

        clock.advance(Duration.ofHours(2));
        newsletters.apply(NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("The Harbour Daily", "The Quay")));

        assertThat(newsletters.scheduledSince(new NewsletterKey("daily")))
                .isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    }

    private static Newsletter dueAt(String cron) {
        return NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("0 0 7 ? * MON-FRI", cron));
    }
}
