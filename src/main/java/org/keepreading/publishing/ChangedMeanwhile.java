package org.keepreading.publishing;

import java.util.List;

/** Says that what somebody was shown, and approved of, is no more what would be frozen: they are to be asked again. */
public final class ChangedMeanwhile extends RuntimeException {
    private final transient Trial now;
    private final transient List<String> changes;

    ChangedMeanwhile(Trial now, List<String> changes) {
        super("What was shown has changed meanwhile: " + String.join("; ", changes) + ".");
        this.now = now;
        this.changes = changes;
    }

    /** What would be frozen instead. */
    public Trial now() {
        return now;
    }

    /** What came (+), what went (-) and what reads otherwise (~), a line each. */
    public List<String> changes() {
        return changes;
    }
}
