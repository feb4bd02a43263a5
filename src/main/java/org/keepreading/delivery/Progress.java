package org.keepreading.delivery;

/**
 * How far an edition's delivery has come: what was confirmed, never what was only fetched.
 *
 * @param audience how many subscribers it is for; at most, while they are being counted
 * @param deferred tried, and to be tried again later
 * @param skipped had left by the time it was their turn
 */
public record Progress(long audience, long sent, long deferred, long failed, long skipped) {

    /** How many have an outcome that is final. */
    public long settled() {
        return sent + failed + skipped;
    }

    /** How many have no outcome yet that is final. */
    public long left() {
        return Math.max(0, audience - settled());
    }
}
