package org.keepreading.edition;

/** Says that what was planned for a slot was taken back, or begun by somebody else, just when its time came. */
public final class PlanTakenBack extends RuntimeException {
    PlanTakenBack() {
        super("What was planned for this slot was taken back, or begun by another process, just now.");
    }
}
