package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Newsletters in the database, as they were applied. */
@ParameterizedClass
@EnumSource
class NewslettersTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");

    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final Newsletters newsletters;

    NewslettersTest(TestDatabase database) {
        newsletters = new Newsletters(JdbcClient.create(database.fresh()), clock);
    }

    @Test
    void keepNewslettersByKey() {
        newsletters.apply(renamed("weekly"));
        newsletters.apply(Harbour.daily());

        assertThat(newsletters.all()).containsExactly(Harbour.daily(), renamed("weekly"));
        assertThat(newsletters.find(DAILY)).hasValue(Harbour.daily());
        assertThat(newsletters.get(new NewsletterKey("weekly"))).isEqualTo(renamed("weekly"));
    }

    @Test
    void takeANewsletterThatIsThereAsItIsNow() {
        newsletters.apply(Harbour.daily());
        var evening = NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("0 0 7 ?", "0 0 19 ?"));

        newsletters.apply(evening);

        assertThat(newsletters.all()).containsExactly(evening);
    }

    @Test
    void nameThoseThereAreToWhoeverAsksForAnother() {
        assertThatThrownBy(() -> newsletters.get(DAILY))
                .hasMessage("There is no newsletter \"daily\". "
                        + "There is none yet: write its file and run \"newsletters apply FILE\".");

        newsletters.apply(renamed("weekly"));
        newsletters.apply(renamed("evening"));

        assertThatThrownBy(() -> newsletters.get(DAILY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no newsletter \"daily\". There are: evening, weekly.");
    }

    @Test
    void restWhilePausedAndOweNothingOfThatTimeAfterwards() {
        newsletters.apply(Harbour.daily());

        newsletters.pause(DAILY);
        newsletters.apply(Harbour.daily());
        assertThat(newsletters.scheduled()).isEmpty();
        assertThat(newsletters.pausedSince(DAILY)).hasValue(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(newsletters.all()).containsExactly(Harbour.daily());

        clock.set("2026-03-09T12:00:00Z");
        newsletters.resume(DAILY);
        assertThat(newsletters.scheduled()).containsExactly(Harbour.daily());
        assertThat(newsletters.pausedSince(DAILY)).isEmpty();
        assertThat(newsletters.scheduledSince(DAILY)).isEqualTo("2026-03-09T12:00:00Z");
    }

    @Test
    void stayKnownToTheirMailsOnceRemovedAndMayBeginAgain() {
        newsletters.apply(Harbour.daily());

        newsletters.remove(DAILY);
        assertThat(newsletters.find(DAILY)).isEmpty();
        assertThat(newsletters.all()).isEmpty();
        assertThat(newsletters.scheduled()).isEmpty();
        assertThat(newsletters.remembered(DAILY)).hasValue(Harbour.daily());

        clock.set("2026-03-09T12:00:00Z");
        newsletters.apply(Harbour.daily());
        assertThat(newsletters.scheduled()).containsExactly(Harbour.daily());
        assertThat(newsletters.scheduledSince(DAILY)).isEqualTo("2026-03-09T12:00:00Z");
    }

    private static Newsletter renamed(String key) {
        return NewsletterFile.parse(key + ".yaml", Harbour.DAILY.replace("key: daily", "key: " + key));
    }
}
