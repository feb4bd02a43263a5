package org.keepreading.subscriber;

/**
 * What became of the entries of a file, one count each.
 *
 * @param keptUnsubscribed who had left, bounced, complained, was suppressed or erased, and stays so
 */
public record Tally(long fresh, long updated, long unchanged, long keptUnsubscribed, long refused) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Lines that could be read, whatever became of the people in them. */
    public long taken() {
        return fresh + updated + unchanged + keptUnsubscribed;
    }

    Tally plus(Tally other) {
        return new Tally(
                fresh + other.fresh,
                updated + other.updated,
                unchanged + other.unchanged,
                keptUnsubscribed + other.keptUnsubscribed,
                refused + other.refused);
    }

    Tally plusRefused() {
        return plus(new Tally(0, 0, 0, 0, 1));
    }
}
