package org.keepreading.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** One Quartz trigger for each newsletter, set to its next slot: the alarm clock, never the truth about what was sent. */
@Component
public class Alarms {
    static final String NEWSLETTER = "newsletter";
    static final String SLOT = "slot";
    private static final String GROUP = "slots";
    private final Scheduler scheduler;
    private final Clock clock;

    Alarms(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
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
        var next = nextSlot(newsletter);
        if (next.isPresent() && !isSetFor(newsletter, next.get())) {
            replace(newsletter, next.get());
        }
        return next.isPresent();
    }

    /** Has Quartz publish the newsletter for this slot at once, as if its hour had come. */
    public void ring(NewsletterKey newsletter, Instant slot) {
        try {
            scheduler.scheduleJob(trigger(newsletter, slot, new TriggerKey(newsletter + "@" + slot, "by hand")));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz takes no alarm for " + newsletter + ".", e);
        }
    }

    private Optional<Instant> nextSlot(Newsletter newsletter) {
        var schedule = newsletter.schedule();
        return schedule == null ? Optional.empty() : schedule.next(newsletter.zone(), clock.instant());
    }

    private boolean isSetFor(Newsletter newsletter, Instant slot) throws SchedulerException {
        var key = keyOf(newsletter.key());
        var trigger = scheduler.getTrigger(key);
        return trigger != null
                && slot.toString().equals(trigger.getJobDataMap().getString(SLOT))
                && scheduler.getTriggerState(key) == TriggerState.NORMAL;
    }

    private void replace(Newsletter newsletter, Instant slot) throws SchedulerException {
        var key = keyOf(newsletter.key());
        var trigger = trigger(newsletter.key(), slot, key);
        if (scheduler.rescheduleJob(key, trigger) == null) {
            scheduler.scheduleJob(trigger);
        }
    }

    private static Trigger trigger(NewsletterKey newsletter, Instant slot, TriggerKey key) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(SlotJob.KEY)
                .usingJobData(NEWSLETTER, newsletter.value())
                .usingJobData(SLOT, slot.toString())
                .startAt(Date.from(slot))
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
