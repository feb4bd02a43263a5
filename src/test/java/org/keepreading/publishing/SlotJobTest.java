package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.KeyMatcher;
import org.quartz.listeners.JobListenerSupport;

/** Quartz goes by the real time, in which every alarm of this test is long due; the program by a clock that the test sets. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SlotJobTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");

    private final Program program;
    private final Scheduler quartz;
    private final Done done = new Done();

    SlotJobTest(TestDatabase database) throws SchedulerException {
        program = Program.on(database, "2026-03-01T20:00:00Z");
        program.get(Newsletters.class).apply(Harbour.daily());
        new Newsroom(program).article("Ferry returns", "2026-03-01T18:00:00Z");
        quartz = program.get(Scheduler.class);
        quartz.unscheduleJobs(List.of(new TriggerKey("watchdog"), new TriggerKey("fetch")));
        quartz.getListenerManager().addJobListener(done, KeyMatcher.keyEquals(SlotJob.KEY));
    }

    @AfterEach
    void closeTheNewsroom() {
        program.close();
    }

    @Test
    void publishesItsSlot() throws InterruptedException, SchedulerException {
        program.clock().set("2026-03-02T07:00:00Z");

        theAlarmGoesOff();

        assertThat(slots()).containsExactly(SEVEN);
    }

    @Test
    void publishesNothingWhenTheClockThatWokeItIsMinutesFast() throws InterruptedException, SchedulerException {
        program.clock().set("2026-03-02T06:55:00Z");

        theAlarmGoesOff();

        assertThat(slots()).isEmpty();
        assertThat(program.get(Alarms.class).setFor(DAILY))
                .as("an alarm that would go off at once")
                .isNull();
    }

    @Test
    void publishesNothingOfANewsletterThatWasPausedAfterItsAlarmWasSet()
            throws InterruptedException, SchedulerException {
        program.clock().set("2026-03-02T07:00:00Z");
        program.get(Newsletters.class).pause(DAILY);

        theAlarmGoesOff();

        assertThat(slots()).isEmpty();
    }

    /** Quartz looks for what it should have done when it starts, and then once a minute. */
    private void theAlarmGoesOff() throws InterruptedException, SchedulerException {
        program.get(Alarms.class).ring(DAILY, SEVEN);
        quartz.start();
        done.await();
    }

    private List<Instant> slots() {
        return program.get(Editions.class).list(DAILY, 9).stream()
                .map(issue -> issue.slot())
                .toList();
    }

    private static final class Done extends JobListenerSupport {
        private final BlockingQueue<JobKey> jobs = new LinkedBlockingQueue<>();

        @Override
        public String getName() {
            return "done";
        }

        @Override
        public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException problem) {
            jobs.add(context.getJobDetail().getKey());
        }

        void await() throws InterruptedException {
            assertThat(jobs.poll(1, TimeUnit.MINUTES)).isEqualTo(SlotJob.KEY);
        }
    }
}
