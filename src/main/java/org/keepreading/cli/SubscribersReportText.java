package org.keepreading.cli;

import java.io.PrintWriter;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.RefusedLine;
import org.keepreading.subscriber.Tally;

/** The report for people. */
record SubscribersReportText(PrintWriter out, ListKey list, boolean listIsNew) implements SubscribersReport {

    @Override
    public void refused(RefusedLine refusal) {
        out.printf("line %d: %s%n", refusal.line(), refusal.reason());
    }

    @Override
    public void total(Tally tally) {
        out.printf(
                "List \"%s\"%s: %,d new, %,d updated, %,d unchanged, %,d kept unsubscribed, %,d refused.%n",
                list,
                listIsNew ? ", which is new" : "",
                tally.fresh(),
                tally.updated(),
                tally.unchanged(),
                tally.keptUnsubscribed(),
                tally.refused());
    }
}
