package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.EditionStatus.MISSED;
import static org.keepreading.edition.EditionStatus.SENDING;
import static org.keepreading.edition.EditionStatus.SKIPPED;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** A slot that was missed is made up for within its grace, and told of after it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OverdueTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");

    private final Program program;

    /** Applied on a Sunday evening; due at seven on working days, in Lisbon, with a grace of two hours. */
    OverdueTest(TestDatabase database) {
        program = Program.on(database, "2026-03-01T20:00:00Z");
        program.get(Newsletters.class).apply(Harbour.daily());
        new Newsroom(program).article("Ferry returns", "2026-03-01T18:00:00Z");
    }

    @AfterEach
    void closeTheNewsroom() {
        program.close();
    }

    @Test
    void publishesNothingBeforeItsTime() {
        program.clock().set("2026-03-02T06:59:59Z");

        seeTo();

        assertThat(statuses()).isEmpty();
    }

    @Test
    void publishesTheSlotThatNoAlarmWokeAnybodyFor() {
        program.clock().set("2026-03-02T07:00:00Z");

        seeTo();

        assertThat(statuses()).containsExactly("2026-03-02T07:00:00Z " + SENDING);
    }

    @Test
    void afterADowntimeSendsWhatIsWithinItsGraceAndRecordsTheRestAsMissed() {
        new Newsroom(program).article("Tide tables", "2026-03-04T18:00:00Z");
        program.clock().set("2026-03-05T08:30:00Z");

        seeTo();

        assertThat(statuses())
                .containsExactly(
                        "2026-03-05T07:00:00Z " + SENDING,
                        "2026-03-04T07:00:00Z " + MISSED,
                        "2026-03-03T07:00:00Z " + MISSED,
                        "2026-03-02T07:00:00Z " + MISSED);
    }

    @Test
    void leavesASlotAloneOnceItHasItsEdition() {
        program.clock().set("2026-03-02T07:00:00Z");
        seeTo();
        program.clock().set("2026-03-03T07:00:30Z");

        seeTo();
        seeTo();

        assertThat(statuses()).containsExactly("2026-03-03T07:00:00Z " + SKIPPED, "2026-03-02T07:00:00Z " + SENDING);
    }

    @Test
    void owesNothingForTheTimeBeforeTheScheduleWasSet() {
        program.clock().set("2026-03-02T06:30:00Z");
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("0 0 7 ? * MON-FRI", "0 0 6 * * ?")));

        seeTo();

        assertThat(statuses()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // the job asks Quartz nothing
    void seesToNoNewsletterWhoseScheduleRests() throws Exception {
        program.get(Newsletters.class).pause(DAILY);
        program.clock().set("2026-03-02T07:00:00Z");

        new WatchdogJob(program.get(Newsletters.class), program.get(Overdue.class), program.get(Alarms.class))
                .execute(null);

        assertThat(statuses()).isEmpty();
    }

    @Test
    void sparesTheOthersWhenOneNewsletterFails() {
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "broken.yaml",
                        Harbour.DAILY
                                .replace("key: daily", "key: broken")
                                .replace("${lead.headline}", "${leed.headline}")));
        program.clock().set("2026-03-02T07:00:00Z");

        program.get(Newsletters.class).all().forEach(program.get(Overdue.class)::publish);

        assertThat(statuses()).containsExactly("2026-03-02T07:00:00Z " + SENDING);
        assertThat(program.get(Editions.class).list(new NewsletterKey("broken"), 9))
                .isEmpty();
    }

    private void seeTo() {
        program.get(Overdue.class).publish(program.get(Newsletters.class).get(DAILY));
    }

    private List<String> statuses() {
        return program.get(Editions.class).list(DAILY, 9).stream()
                .map(issue -> issue.slot() + " " + issue.status())
                .toList();
    }
}
