package org.keepreading.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.newsletter.Newsletters;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a newsletter at its slot, and sets the alarm for the one after. */
class SlotJob implements Job {
    static final JobKey KEY = new JobKey("publish");
    private static final Logger LOG = LoggerFactory.getLogger(SlotJob.class);
    private static final Duration TOLERATED = Duration.ofSeconds(3);
    private final Unattended publisher;
    private final Newsletters newsletters;
    private final Alarms alarms;
    private final Clock clock;

    SlotJob(Unattended publisher, Newsletters newsletters, Alarms alarms, Clock clock) {
        this.publisher = publisher;
        this.newsletters = newsletters;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var data = context.getMergedJobDataMap();
        var newsletter = new NewsletterKey(data.getString(Alarms.NEWSLETTER));
        var slot = Instant.parse(data.getString(Alarms.SLOT));
        if (isEarly(slot)) {
            LOG.warn(
                    "The alarm of {} went off early, by this machine's clock; the watchdog sees to {}.",
                    newsletter,
                    slot);
            return;
        }
        var cause = Alarms.cause(data);
        if (cause != Cause.SCHEDULE || newsletters.pausedSince(newsletter).isEmpty()) {
            publisher.publish(newsletter, slot, cause);
            setNext(newsletter);
        }
    }

    /** Quartz goes by the machine's clock, which may be minutes fast. Setting the alarm again would have it go off at once. */
    private boolean isEarly(Instant slot) {
        return clock.instant().plus(TOLERATED).isBefore(slot);
    }

    private void setNext(NewsletterKey key) {
        try {
            var newsletter = newsletters.find(key);
            if (newsletter.isPresent()) {
                alarms.set(newsletter.get());
            }
        } catch (SchedulerException problem) {
            LOG.warn(
                    "Newsletter {} has no alarm for its next slot; the watchdog sets it within a minute.",
                    key,
                    problem);
        }
    }
}
