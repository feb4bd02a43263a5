package org.keepreading.delivery;

import java.util.Optional;

/** How a subscriber and an edition stand to each other at the moment when the message would leave. */
sealed interface Standing {

    /** Who is to get it. */
    default Optional<Reader> reader() {
        return Optional.empty();
    }

    /** What is to be recorded where nobody is to get it; empty: nothing. */
    default Optional<Outcome> outcome() {
        return Optional.empty();
    }

    /** Whether the sender may go on with its claim. */
    default boolean mayGoOn() {
        return true;
    }

    /** Wants it and has not got it. */
    record Wanted(Reader wanting) implements Standing {
        @Override
        public Optional<Reader> reader() {
            return Optional.of(wanting);
        }
    }

    /** Was in the audience, and left it since. */
    record Left(String reason) implements Standing {
        @Override
        public Optional<Outcome> outcome() {
            return Optional.of(new Outcome.Skipped(reason));
        }
    }

    /** Has its outcome, or was never in the audience. */
    record Settled() implements Standing {}

    /** The edition was paused or cancelled, or the claim is somebody else's by now. */
    record Stopped() implements Standing {
        @Override
        public boolean mayGoOn() {
            return false;
        }
    }
}
