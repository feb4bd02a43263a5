package org.keepreading.publishing;

import org.keepreading.delivery.Folding;
import org.keepreading.edition.OldReasons;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** Every hour: folds away what is old, so that the database does not grow without end. */
@DisallowConcurrentExecution
class TidyJob implements Job {
    static final JobKey KEY = new JobKey("tidy");
    private final Folding folding;
    private final OldReasons reasons;

    TidyJob(Folding folding, OldReasons reasons) {
        this.folding = folding;
        this.reasons = reasons;
    }

    @Override
    public void execute(JobExecutionContext context) {
        folding.fold();
        reasons.delete();
    }
}
