package org.keepreading.publishing;

import java.sql.SQLException;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.Folding;
import org.keepreading.edition.OldReasons;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;

/** Every hour: folds away what is old and compacts the file, so that the database does not grow without end. */
@DisallowConcurrentExecution
class TidyJob implements Job {
    static final JobKey KEY = new JobKey("tidy");
    private final Folding folding;
    private final OldReasons reasons;
    private final Audiences audiences;
    private final H2File file;

    TidyJob(Folding folding, OldReasons reasons, Audiences audiences, H2File file) {
        this.folding = folding;
        this.reasons = reasons;
        this.audiences = audiences;
        this.file = file;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        folding.fold();
        reasons.delete();
        compact();
    }

    private void compact() throws JobExecutionException {
        try {
            if (!audiences.areWaiting()) {
                file.compact();
            }
        } catch (SQLException e) {
            throw new JobExecutionException(e);
        }
    }
}
