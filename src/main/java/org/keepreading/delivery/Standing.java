package org.keepreading.delivery;

import java.util.Optional;
import java.util.function.Function;

/** How a subscriber and an edition stand to each other at the moment when the message would leave. */
sealed interface Standing {

    /** What becomes of it; empty: nothing is to be recorded. */
    Optional<Outcome> outcome(Function<Reader, Outcome> send);

    /** Whether the sender may go on with its claim. */
    default boolean mayGoOn() {
        return true;
    }

    /** Wants it and has not got it. */
    record Wanted(Reader reader) implements Standing {
        @Override
        public Optional<Outcome> outcome(Function<Reader, Outcome> send) {
            return Optional.of(send.apply(reader));
        }
    }

    /** Was in the audience, and left it since. */
    record Left(String reason) implements Standing {
        @Override
        public Optional<Outcome> outcome(Function<Reader, Outcome> send) {
            return Optional.of(new Outcome.Skipped(reason));
        }
    }

    /** Has its outcome, or was never in the audience. */
    record Settled() implements Standing {
        @Override
        public Optional<Outcome> outcome(Function<Reader, Outcome> send) {
            return Optional.empty();
        }
    }

    /** The edition was paused or cancelled, or the claim is somebody else's by now. */
    record Stopped() implements Standing {
        @Override
        public Optional<Outcome> outcome(Function<Reader, Outcome> send) {
            return Optional.empty();
        }

        @Override
        public boolean mayGoOn() {
            return false;
        }
    }
}
