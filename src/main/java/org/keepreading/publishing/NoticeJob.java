package org.keepreading.publishing;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** Every minute: tells whoever wants to know which slots have their result, and which have none in time. */
@DisallowConcurrentExecution
class NoticeJob implements Job {
    static final JobKey KEY = new JobKey("notice");
    private final Pings pings;
    private final LateSlots lateSlots;

    NoticeJob(Pings pings, LateSlots lateSlots) {
        this.pings = pings;
        this.lateSlots = lateSlots;
    }

    @Override
    public void execute(JobExecutionContext context) {
        lateSlots.tell();
        pings.send();
    }
}
