package org.keepreading.delivery;

import java.time.Instant;
import java.util.Optional;

/** What became of one message: what the relay answered (RFC 5321, section 4.2.1), or why it was never asked. */
sealed interface Outcome {
    DeliveryStatus next();

    /** What is kept of it. */
    String words();

    /** When it is tried again, where that is known already. */
    default Optional<Instant> nextAttempt() {
        return Optional.empty();
    }

    /** Whether it came of trying. */
    default boolean isAttempt() {
        return true;
    }

    /** 2yz: the relay answers for it now. */
    record Accepted(Reply reply) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.SENT;
        }

        @Override
        public String words() {
            return reply.text();
        }
    }

    /** 4yz: again later (section 4.5.4.1). */
    record Deferred(Reply reply) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.DEFERRED;
        }

        @Override
        public String words() {
            return reply.text();
        }
    }

    /** 5yz: final. */
    record Refused(Reply reply) implements Outcome {
        /** Security or policy (RFC 3463, section 3.8): it says something of us, not of the reader's address. */
        boolean isPolicy() {
            return reply.isPolicy();
        }

        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.FAILED;
        }

        @Override
        public String words() {
            return reply.text();
        }
    }

    /** No reply, or none that can be read: it may have been taken. Again, with the same Message-ID. */
    record Unanswered(String cause) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.DEFERRED;
        }

        @Override
        public String words() {
            return cause;
        }
    }

    /** It was not its turn: nothing was tried. */
    record HeldBack(String reason, Instant until) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.DEFERRED;
        }

        @Override
        public String words() {
            return reason;
        }

        @Override
        public Optional<Instant> nextAttempt() {
            return Optional.of(until);
        }

        @Override
        public boolean isAttempt() {
            return false;
        }
    }

    /** No message can be made for this subscriber. */
    record Unsendable(String reason) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.FAILED;
        }

        @Override
        public String words() {
            return reason;
        }
    }

    /** Had left by the time it was their turn. */
    record Skipped(String reason) implements Outcome {
        @Override
        public DeliveryStatus next() {
            return DeliveryStatus.SKIPPED;
        }

        @Override
        public String words() {
            return reason;
        }

        @Override
        public boolean isAttempt() {
            return false;
        }
    }
}
