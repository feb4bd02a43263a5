package org.keepreading.publishing;

import org.keepreading.newsletter.Newsletters;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.SchedulerException;

/** Every minute: publishes or records each slot, scheduled or planned, that nobody saw to, and sets the alarms right. */
@DisallowConcurrentExecution
class WatchdogJob implements Job {
    static final JobKey KEY = new JobKey("watchdog");
    private final Newsletters newsletters;
    private final Overdue overdue;
    private final Alarms alarms;

    WatchdogJob(Newsletters newsletters, Overdue overdue, Alarms alarms) {
        this.newsletters = newsletters;
        this.overdue = overdue;
        this.alarms = alarms;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            watch();
        } catch (SchedulerException problem) {
            throw new JobExecutionException(
                    "The alarms could not be set; the watchdog tries again in a minute.", problem);
        }
    }

    void watch() throws SchedulerException {
        var scheduled = newsletters.scheduled();
        scheduled.forEach(overdue::publish);
        overdue.publishPlanned();
        alarms.match(scheduled);
    }
}
