package org.keepreading.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.Answer;

/**
 * What became of one message on its way to one reader.
 *
 * @param words the relay's, or our reason
 * @param notBefore when it is tried again, where that is known already
 * @param attempted whether it came of trying
 */
record Outcome(
        DeliveryStatus status,
        OutcomeKind kind,
        String words,
        @Nullable Instant notBefore,
        boolean attempted) {

    static Outcome of(Answer answer) {
        var status = switch (answer.verdict()) {
            case TAKEN -> DeliveryStatus.SENT;
            case AGAIN_LATER -> DeliveryStatus.DEFERRED;
            case REFUSED -> DeliveryStatus.FAILED;
        };
        return new Outcome(status, new OutcomeKind(answer.kind()), answer.words(), null, true);
    }

    /** It was not its turn: nothing was tried. */
    static Outcome heldBack(String reason, Instant until) {
        return new Outcome(DeliveryStatus.DEFERRED, OutcomeKind.HELD_BACK, reason, until, false);
    }

    /** No message can be made for this reader. */
    static Outcome unsendable(String reason) {
        return new Outcome(DeliveryStatus.FAILED, OutcomeKind.UNSENDABLE, reason, null, true);
    }

    /** They had left by the time it was their turn, or there is nothing for them. */
    static Outcome skipped(OutcomeKind kind, String reason) {
        return new Outcome(DeliveryStatus.SKIPPED, kind, reason, null, false);
    }

    Optional<Instant> nextAttempt() {
        return Optional.ofNullable(notBefore);
    }
}
