package org.keepreading.subscriber;

import java.util.ArrayList;
import java.util.List;

/** Entries on their way onto a list, by what is to be done with each. */
final class Sorted {
    private final List<Subscriber> fresh = new ArrayList<>();
    private final List<Subscriber> changed = new ArrayList<>();
    private final List<String> joining = new ArrayList<>();
    private Tally tally = Tally.NONE;

    void keep() {
        tally = tally.plus(new Tally(0, 0, 0, 1, 0));
    }

    void addNew(SubscriberEntry entry) {
        var newcomer = entry.asNew();
        fresh.add(newcomer);
        if (newcomer.status().endsConsent()) {
            keep();
        } else {
            joining.add(entry.email().key());
            tally = tally.plus(new Tally(1, 0, 0, 0, 0));
        }
    }

    void addKnown(SubscriberEntry entry, Subscriber known, ListStanding standing) {
        var after = entry.onTopOf(known);
        if (known.status().endsConsent()
                || (standing == ListStanding.LEFT && !after.status().endsConsent())) {
            keep();
        } else if (after.equals(known) && standing == ListStanding.ON) {
            tally = tally.plus(new Tally(0, 0, 1, 0, 0));
        } else {
            change(after);
        }
    }

    private void change(Subscriber after) {
        changed.add(after);
        if (!after.status().endsConsent()) {
            joining.add(after.email().key());
        }
        tally = tally.plus(new Tally(0, 1, 0, 0, 0));
    }

    List<Subscriber> fresh() {
        return fresh;
    }

    List<Subscriber> changed() {
        return changed;
    }

    List<String> joining() {
        return joining;
    }

    Tally tally() {
        return tally;
    }
}
