package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what an outcome means for the delivery: when it is tried again, and when it has been tried long enough. */
@Component
class Retries {
    private final Pauses pauses;
    private final Duration giveUpAfter;
    private final Clock clock;

    Retries(SenderSettings settings, Clock clock) {
        pauses = new Pauses(settings.firstRetry(), settings.longestRetry(), new Random());
        giveUpAfter = settings.giveUpAfter();
        this.clock = clock;
    }

    Delivery after(Attempt attempt, Outcome outcome) {
        var now = clock.instant();
        if (outcome.next() != DeliveryStatus.DEFERRED) {
            return delivery(attempt, outcome.next(), outcome.words(), null);
        }
        return isLongEnough(attempt, now)
                ? delivery(attempt, DeliveryStatus.FAILED, outcome.words(), null)
                : delivery(attempt, DeliveryStatus.DEFERRED, outcome.words(), now.plus(pauses.after(attempt.number())));
    }

    private boolean isLongEnough(Attempt attempt, Instant now) {
        return !now.isBefore(attempt.firstAt().plus(giveUpAfter));
    }

    private static Delivery delivery(
            Attempt attempt, DeliveryStatus status, String words, @Nullable Instant nextAttempt) {
        return new Delivery(attempt.revision(), attempt.subscriberId(), status, words, attempt.firstAt(), nextAttempt);
    }
}
