package org.keepreading.delivery;

import java.time.Instant;
import java.util.List;

/** Subscribers of one edition, held by one sender: nobody else takes them up until the lease ends. */
final class Claim {

    /** Where a claim is kept, so that other processes see it. Each call does nothing once somebody else holds it. */
    interface Hold {
        boolean renew(Instant until);

        /** All of it is done. */
        void finish();

        /** The rest is for others. */
        void release();
    }

    private final ClaimKey key;
    private final List<Long> subscribers;
    private final Hold hold;
    private volatile Instant until;

    Claim(ClaimKey key, List<Long> subscribers, Hold hold, Instant until) {
        this.key = key;
        this.subscribers = List.copyOf(subscribers);
        this.hold = hold;
        this.until = until;
    }

    ClaimKey key() {
        return key;
    }

    boolean ofBatch() {
        return key.ofBatch();
    }

    List<Long> subscribers() {
        return subscribers;
    }

    /** Asked before each message: a process that was paused finds that its time is over. */
    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    /** A lease that has ended is not revived: somebody else may be at work. */
    void renew(Instant now, Instant until) {
        if (holds(now)) {
            this.until = hold.renew(until) ? until : Instant.MIN;
        }
    }

    void finish() {
        hold.finish();
    }

    void release() {
        hold.release();
    }
}
