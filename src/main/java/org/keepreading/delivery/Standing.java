package org.keepreading.delivery;

import java.util.Optional;

/** How a subscriber and an edition stand to each other at the moment when the message would leave. */
sealed interface Standing {

    /** Sends the edition to a reader. */
    interface Transmission {
        Outcome of(Reader reader) throws RelayTrouble;
    }

    /** What becomes of it; empty: nothing is to be recorded. */
    Optional<Outcome> outcome(Transmission transmission) throws RelayTrouble;

    /** Whether the sender may go on with its claim. */
    default boolean mayGoOn() {
        return true;
    }

    /** Wants it and has not got it. */
    record Wanted(Reader reader) implements Standing {
        @Override
        public Optional<Outcome> outcome(Transmission transmission) throws RelayTrouble {
            return Optional.of(transmission.of(reader));
        }
    }

    /** Was in the audience, and left it since. */
    record Left(String reason) implements Standing {
        @Override
        public Optional<Outcome> outcome(Transmission transmission) {
            return Optional.of(new Outcome.Skipped(reason));
        }
    }

    /** Has its outcome, or was never in the audience. */
    record Settled() implements Standing {
        @Override
        public Optional<Outcome> outcome(Transmission transmission) {
            return Optional.empty();
        }
    }

    /** The edition was paused or cancelled, or the claim is somebody else's by now. */
    record Stopped() implements Standing {
        @Override
        public Optional<Outcome> outcome(Transmission transmission) {
            return Optional.empty();
        }

        @Override
        public boolean mayGoOn() {
            return false;
        }
    }
}
