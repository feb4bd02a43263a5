package org.keepreading.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Plans;
import org.keepreading.newsletter.Newsletter;
import org.quartz.JobDataMap;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** One Quartz trigger for each newsletter, set to its next slot, scheduled or planned: the alarm clock, never the truth about what was sent. */
@Component
public class Alarms {
    static final String NEWSLETTER = "newsletter";
    static final String SLOT = "slot";
    static final String CAUSE = "cause";
    private static final String GROUP = "slots";
    private final Scheduler scheduler;
    private final Plans plans;
    private final Clock clock;

    /** What there is to be woken for. */
    private record Call(NewsletterKey newsletter, Instant slot, Cause cause) {}

    Alarms(Scheduler scheduler, Plans plans, Clock clock) {
        this.scheduler = scheduler;
        this.plans = plans;
        this.clock = clock;
    }

    /** Sets what is missing, moves what is wrong or stuck, and takes away what no newsletter asks for. */
    void match(List<Newsletter> newsletters) throws SchedulerException {
        var wanted = new HashSet<TriggerKey>();
        for (var newsletter : newsletters) {
            if (set(newsletter)) {
                wanted.add(keyOf(newsletter.key()));
            }
        }
        dismissAllBut(wanted);
    }

    /** @return whether there is a next slot to be woken for */
    boolean set(Newsletter newsletter) throws SchedulerException {
        var next = next(newsletter);
        if (next.isPresent() && !isSetFor(next.get())) {
            replaceUnlessAnotherDid(next.get());
        }
        return next.isPresent();
    }

    /** Has Quartz publish the newsletter for this slot at once, as if its hour had come. */
    public void ring(NewsletterKey newsletter, Instant slot) {
        try {
            var key = new TriggerKey(newsletter + "@" + slot, "by hand");
            scheduler.scheduleJob(trigger(new Call(newsletter, slot, Cause.SCHEDULE), key));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz takes no alarm for " + newsletter + ".", e);
        }
    }

    /** Where both name one slot the schedule has it. */
    private Optional<Call> next(Newsletter newsletter) {
        var now = clock.instant();
        var planned = plans.next(newsletter.key(), now).map(slot -> new Call(newsletter.key(), slot, Cause.PLAN));
        var scheduled = Optional.ofNullable(newsletter.schedule())
                .flatMap(schedule -> schedule.next(newsletter.zone(), now))
                .map(slot -> new Call(newsletter.key(), slot, Cause.SCHEDULE));
        return Stream.concat(scheduled.stream(), planned.stream()).min(Comparator.comparing(Call::slot));
    }

    private boolean isSetFor(Call call) throws SchedulerException {
        var key = keyOf(call.newsletter());
        var trigger = scheduler.getTrigger(key);
        return trigger != null
                && call.slot().toString().equals(trigger.getJobDataMap().getString(SLOT))
                && call.cause() == cause(trigger.getJobDataMap())
                && scheduler.getTriggerState(key) == TriggerState.NORMAL;
    }

    /** What an alarm is set for; one of a version that knew no plans is of the schedule. */
    static Cause cause(JobDataMap data) {
        return Cause.PLAN.name().equals(data.getString(CAUSE)) ? Cause.PLAN : Cause.SCHEDULE;
    }

    /** A slot's job and the watchdog may set one alarm at the same moment. */
    private void replaceUnlessAnotherDid(Call call) throws SchedulerException {
        try {
            replace(call);
        } catch (ObjectAlreadyExistsException e) {
            if (!isSetFor(call)) {
                throw e;
            }
        }
    }

    private void replace(Call call) throws SchedulerException {
        var key = keyOf(call.newsletter());
        var trigger = trigger(call, key);
        if (scheduler.rescheduleJob(key, trigger) == null) {
            scheduler.scheduleJob(trigger);
        }
    }

    private static Trigger trigger(Call call, TriggerKey key) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(SlotJob.KEY)
                .usingJobData(NEWSLETTER, call.newsletter().value())
                .usingJobData(SLOT, call.slot().toString())
                .usingJobData(CAUSE, call.cause().name())
                .startAt(Date.from(call.slot()))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    private void dismissAllBut(Set<TriggerKey> wanted) throws SchedulerException {
        for (var key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
            if (!wanted.contains(key)) {
                scheduler.unscheduleJob(key);
            }
        }
    }

    /** When the newsletter's trigger goes off; {@code null} without one. */
    @Nullable
    Instant setFor(NewsletterKey newsletter) throws SchedulerException {
        var trigger = scheduler.getTrigger(keyOf(newsletter));
        return trigger == null ? null : trigger.getNextFireTime().toInstant();
    }

    private static TriggerKey keyOf(NewsletterKey newsletter) {
        return new TriggerKey(newsletter.value(), GROUP);
    }
}
