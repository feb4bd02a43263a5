package org.keepreading.cli;

import org.keepreading.subscriber.RefusedLine;
import org.keepreading.subscriber.Tally;

/** Says what became of a file of subscribers, line by line as it is read: a million refusals fill no memory. */
interface SubscribersReport {
    void refused(RefusedLine refusal);

    void total(Tally tally);
}
