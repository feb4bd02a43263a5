package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Plans;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

/** Each newsletter has one alarm, for its next slot. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AlarmsTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");

    private final Program program;
    private final Alarms alarms;

    AlarmsTest(TestDatabase database) throws SchedulerException {
        program = Program.on(database, "2026-03-02T06:00:00Z");
        alarms = program.get(Alarms.class);
        program.get(Scheduler.class).addJob(program.get(QuartzSetup.class).publishJob(), true);
    }

    @AfterEach
    void closeTheNewsroom() {
        program.close();
    }

    @Test
    void areSetToTheNextSlotOfEachNewsletter() throws SchedulerException {
        alarms.match(List.of(Harbour.daily()));

        assertThat(alarms.setFor(DAILY)).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
    }

    @Test
    void moveWhenTheScheduleChanges() throws SchedulerException {
        alarms.match(List.of(Harbour.daily()));

        alarms.match(List.of(dueAt("0 30 9 * * ?")));

        assertThat(alarms.setFor(DAILY)).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
    }

    @Test
    void areTakenAwayWithTheirNewsletter() throws SchedulerException {
        alarms.match(List.of(Harbour.daily()));

        alarms.match(List.of());

        assertThat(alarms.setFor(DAILY)).isNull();
    }

    @Test
    void areTakenAwayWhenTheNewsletterIsSentByHandOnly() throws SchedulerException {
        alarms.match(List.of(Harbour.daily()));

        alarms.match(List.of(NewsletterFile.parse(
                "daily.yaml", Harbour.DAILY.replaceAll("(?m)^schedule:.*\n", "").replaceAll("(?m)^grace:.*\n", ""))));

        assertThat(alarms.setFor(DAILY)).isNull();
    }

    @Test
    void areSetAgainWhenTheyAreStuck() throws SchedulerException {
        alarms.match(List.of(Harbour.daily()));
        program.get(Scheduler.class).pauseTrigger(new TriggerKey("daily", "slots"));

        alarms.match(List.of(Harbour.daily()));

        assertThat(program.get(Scheduler.class)
                        .getTriggerState(new TriggerKey("daily", "slots"))
                        .name())
                .isEqualTo("NORMAL");
    }

    @Test
    void areSetWhereTheWatchdogWasFasterByAMoment() throws SchedulerException {
        var slow = new Alarms(afterAnother(), program.get(Plans.class), program.get(Clock.class));

        slow.set(Harbour.daily());

        assertThat(alarms.setFor(DAILY)).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
    }

    /** Finds no alarm to replace, and before it can set one, another has. */
    private Scheduler afterAnother() {
        var scheduler = program.get(Scheduler.class);
        return (Scheduler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("scheduleJob")) {
                        alarms.set(Harbour.daily());
                    }
                    try {
                        return method.invoke(scheduler, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Newsletter dueAt(String cron) {
        return NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("0 0 7 ? * MON-FRI", cron));
    }
}
