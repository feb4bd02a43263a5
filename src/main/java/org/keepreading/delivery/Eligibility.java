package org.keepreading.delivery;

import org.keepreading.address.NewsletterKey;
import org.keepreading.letter.Reader;

/** Whether an edition is still to go to a subscriber, at the moment when their message would leave. */
sealed interface Eligibility {

    /** Whether the sender may go on with its claim. */
    default boolean mayGoOn() {
        return true;
    }

    /** They want it and have not got it. */
    record Wanted(Reader reader, DeliveryAttempt attempt, NewsletterKey newsletter) implements Eligibility {}

    /** They were in the audience, and left it since. */
    record Left(OutcomeKind kind, String reason, DeliveryAttempt attempt) implements Eligibility {
        Outcome outcome() {
            return Outcome.skipped(kind, reason);
        }
    }

    /** They have their outcome, were never in the audience, or are erased. */
    record Settled() implements Eligibility {}

    /** The edition was paused or cancelled, or the claim is somebody else's by now. */
    record Stopped() implements Eligibility {
        @Override
        public boolean mayGoOn() {
            return false;
        }
    }
}
