package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.edition.EditionStatus.MISSED;
import static org.keepreading.edition.EditionStatus.PLANNED;
import static org.keepreading.edition.EditionStatus.SENDING;
import static org.keepreading.edition.EditionStatus.SKIPPED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Edition;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.PlanTakenBack;
import org.keepreading.edition.SlotTaken;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** What becomes of an edition that somebody planned by hand for a time to come, by clocks that are set. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PlanningTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    /** Of the schedule, too. */
    private static final Instant SEVEN = Instant.parse("2026-03-03T07:00:00Z");

    private final Program program;
    private final Editions editions;

    /** On a Monday at nine; the schedule is seven on working days, in Lisbon, with a grace of two hours. */
    PlanningTest(TestDatabase database) throws SchedulerException {
        program = Program.on(database, "2026-03-02T09:00:00Z");
        program.get(Newsletters.class).apply(Harbour.daily());
        program.get(Scheduler.class).addJob(program.get(QuartzSetup.class).publishJob(), true);
        new Newsroom(program).article("Ferry returns", "2026-03-02T08:00:00Z");
        editions = program.get(Editions.class);
    }

    @AfterEach
    void closeTheNewsroom() {
        program.close();
    }

    @Test
    void isPickedWhenItsTimeComesAndNotBefore() throws Exception {
        var plan = plan(NOON);
        program.clock().set("2026-03-02T11:59:59Z");
        watch();
        assertThat(statuses()).containsExactly("2026-03-02T12:00:00Z " + PLANNED);
        new Newsroom(program).article("Bridge opens", "2026-03-02T11:59:00Z");

        program.clock().set("2026-03-02T12:00:00Z");
        watch();
        watch();

        assertThat(statuses()).containsExactly("2026-03-02T12:00:00Z " + SENDING);
        assertThat(editions.get(plan.id()).cause()).isEqualTo(Cause.PLAN);
        assertThat(headlines(plan)).containsExactlyInAnyOrder("Ferry returns", "Bridge opens");
    }

    @Test
    void wakesQuartzAtItsTimeThoughTheScheduleComesLater() throws Exception {
        plan(NOON);

        watch();
        assertThat(program.get(Alarms.class).setFor(DAILY)).isEqualTo(NOON);
        program.clock().set("2026-03-02T12:00:00Z");
        watch();

        assertThat(program.get(Alarms.class).setFor(DAILY)).isEqualTo(SEVEN);
    }

    @Test
    void isTakenBackForGood() throws Exception {
        var plan = plan(NOON);
        watch();

        assertThat(program.get(Planning.class).takeBack(plan, "bob")).isTrue();
        program.clock().set("2026-03-02T12:00:00Z");
        watch();

        assertThatThrownBy(() -> program.get(Publisher.class).publish(DAILY, NOON, Cause.PLAN))
                .as("an alarm that is set still")
                .isInstanceOf(PlanTakenBack.class);
        assertThat(statuses()).isEmpty();
        assertThat(program.get(Planning.class).takeBack(plan, "bob")).isFalse();
        assertThat(program.told())
                .containsExactly(
                        "Edition daily 2026-03-02 12:00Z: planned by ada",
                        "Edition daily 2026-03-02 12:00Z: taken back by bob before anything left");
    }

    @Test
    void isOneEditionWithTheScheduleWhoeverComesFirst() throws Exception {
        var plan = plan(SEVEN);
        program.clock().set("2026-03-03T07:00:00Z");

        watch();
        watch();

        assertThat(statuses()).containsExactly("2026-03-03T07:00:00Z " + SENDING);
        assertThat(editions.get(plan.id()).status()).isEqualTo(SENDING);
    }

    @Test
    void isOneEditionThoughTwoNodesBeginItAtOnce() throws Exception {
        plan(NOON);
        program.clock().set("2026-03-02T12:00:00Z");
        Callable<Issue> publish = () ->
                program.get(Publisher.class).publish(DAILY, NOON, Cause.PLAN).issue();
        var nodes = Executors.newFixedThreadPool(2);

        var both = nodes.invokeAll(List.of(publish, publish));
        nodes.shutdown();

        assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        assertThat(statuses()).containsExactly("2026-03-02T12:00:00Z " + SENDING);
    }

    @Test
    void goesAfterADowntimeWithinItsGraceAndIsMissedAfterIt() throws Exception {
        plan(NOON);
        plan(Instant.parse("2026-03-02T14:30:00Z"));
        program.clock().set("2026-03-02T14:30:01Z");

        watch();

        assertThat(statuses()).containsExactly("2026-03-02T14:30:00Z " + SENDING, "2026-03-02T12:00:00Z " + MISSED);
        assertThat(editions.list(DAILY, 9).get(1).reason())
                .isEqualTo("it came to its turn 2 h 30 min late, and the newsletter's grace is 2 h 0 min");
    }

    @Test
    void isSkippedWhereThereIsTooLittleToSendByThen() throws Exception {
        plan(NOON);
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("minimum: 1", "minimum: 5")));
        program.clock().set("2026-03-02T12:00:00Z");

        watch();

        assertThat(statuses()).containsExactly("2026-03-02T12:00:00Z " + SKIPPED);
    }

    @Test
    void isOfTheNewsletterAsItIsByThen() throws Exception {
        var plan = plan(NOON);
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "daily.yaml",
                        Harbour.DAILY
                                .replace("The Harbour Daily", "Harbour Noon")
                                .replace("0 0 7", "0 0 18")));
        program.clock().set("2026-03-02T12:00:00Z");

        watch();

        assertThat(editions.edition(plan.id()).newsletter().title()).isEqualTo("Harbour Noon");
    }

    @Test
    void isMissedWhereItsNewsletterIsGone() throws Exception {
        plan(NOON);
        program.database().sql("delete from newsletter").update();
        program.clock().set("2026-03-02T12:00:00Z");

        watch();

        assertThat(statuses()).containsExactly("2026-03-02T12:00:00Z " + MISSED);
        assertThat(editions.list(DAILY, 1).get(0).reason())
                .isEqualTo("its newsletter was removed before its time came");
    }

    @Test
    void isPlannedOnceForASlotAndAtMostAYearAhead() {
        plan(NOON);

        assertThatThrownBy(() -> plan(NOON)).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> plan(NOON.plus(Duration.ofDays(400)))).hasMessageContaining("more than a year ahead");
    }

    @Test
    void isSentByHandAtOnceWhereNoServerSawToIt() {
        var plan = plan(NOON);
        program.clock().set("2026-03-02T18:00:00Z");

        program.get(Publisher.class).publish(DAILY, NOON, Cause.HAND);

        assertThat(editions.get(plan.id()).status()).isEqualTo(SENDING);
    }

    @Test
    void canNeitherBePausedNorHideTheEditionThatIsBeingSent() {
        var plan = plan(SEVEN);
        assertThat(editions.newest(DAILY)).hasValue(plan);

        var sending = program.get(Publisher.class)
                .publish(DAILY, Instant.parse("2026-03-02T08:59:00Z"), Cause.HAND)
                .issue();

        assertThat(editions.newest(DAILY)).hasValue(sending);
        assertThatThrownBy(() -> editions.pause(plan.id(), "a typo"))
                .isInstanceOf(EditionOver.class)
                .hasMessageContaining("is only planned, so there is nothing to pause yet. \"editions cancel");
    }

    private Issue plan(Instant slot) {
        return program.get(Planning.class).plan(DAILY, slot, "ada");
    }

    /** As every minute. */
    private void watch() throws SchedulerException {
        new WatchdogJob(program.get(Newsletters.class), program.get(Overdue.class), program.get(Alarms.class)).watch();
    }

    private List<String> statuses() {
        return editions.list(DAILY, 9).stream()
                .map(issue -> issue.slot() + " " + issue.status())
                .toList();
    }

    private List<String> headlines(Issue issue) {
        Edition edition = editions.edition(issue.id());
        return edition.teasers().stream().map(teaser -> teaser.headline()).toList();
    }
}
