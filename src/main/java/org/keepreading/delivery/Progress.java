package org.keepreading.delivery;

/**
 * How far an edition's delivery has come: what was confirmed, never what was only fetched.
 *
 * @param audience how many subscribers it is for
 * @param deferred tried, and to be tried again later
 * @param skipped had left by the time it was their turn
 */
public record Progress(long audience, long sent, long deferred, long failed, long skipped) {

    /** How many have no outcome yet that is final. */
    public long left() {
        return Math.max(0, audience - sent - failed - skipped);
    }
}
