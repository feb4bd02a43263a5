package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.keepreading.relay.Pauses;
import org.springframework.stereotype.Component;

/** Decides what an outcome means for the delivery: when it is tried again, and when it has been tried long enough. */
@Component
class Retries {
    private final Pauses pauses;
    private final Duration giveUpAfter;
    private final Clock clock;

    Retries(DeliverySettings settings, Clock clock) {
        pauses = new Pauses(settings.firstRetry(), settings.longestRetry(), new Random());
        giveUpAfter = settings.giveUpAfter();
        this.clock = clock;
    }

    Delivery after(DeliveryAttempt attempt, Outcome outcome) {
        var next = outcome.nextAttempt().or(() -> nextAttempt(attempt, outcome));
        var isFinal = outcome.status() == DeliveryStatus.DEFERRED && next.isEmpty();
        return new Delivery(
                attempt.revision(),
                attempt.subscriberId(),
                isFinal ? DeliveryStatus.FAILED : outcome.status(),
                outcome.kind(),
                outcome.words(),
                attempt.firstAt(),
                next.orElse(null),
                outcome.attempted());
    }

    /** Empty where there is none, or where it has been tried long enough. */
    private Optional<Instant> nextAttempt(DeliveryAttempt attempt, Outcome outcome) {
        var now = clock.instant();
        return outcome.status() == DeliveryStatus.DEFERRED && !isLongEnough(attempt, now)
                ? Optional.of(now.plus(pauses.after(attempt.number())))
                : Optional.empty();
    }

    /** What was held back until now has been tried once. */
    private boolean isLongEnough(DeliveryAttempt attempt, Instant now) {
        return attempt.number() > 1 && !now.isBefore(attempt.firstAt().plus(giveUpAfter));
    }
}
