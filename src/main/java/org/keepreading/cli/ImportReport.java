package org.keepreading.cli;

import org.keepreading.subscriber.Refusal;
import org.keepreading.subscriber.Tally;

/** Says what became of a file of subscribers, line by line as it is read: a million refusals fill no memory. */
interface ImportReport {
    void refused(Refusal refusal);

    void total(Tally tally);
}
