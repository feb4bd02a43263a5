package org.keepreading.relay;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.keepreading.journal.Elapsed;
import org.keepreading.relay.RelayTrouble.Cure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Whether a relay takes mail. It is told that it does not, once more where that comes to need a person, and that it does again.
 * Of a relay that comes and goes it is told less and less often, unless a trouble lasts.
 */
final class RelayHealth {
    private static final Logger log = LoggerFactory.getLogger(RelayHealth.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);

    private static final Duration LASTING = Duration.ofMinutes(10);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(4);

    private final String relay;
    private final Backoff backoff;
    private final Waiting waiting;
    private final Clock clock;
    private @Nullable Trouble trouble;
    private @Nullable Silence silence;
    private Duration length = LASTING;
    private int untold;

    /** The first of a row of failures, and what would end the worst of those that were told. */
    private record Trouble(Instant since, @Nullable Cure told) {
        boolean hasNews(Cure cure) {
            return told == null || (told == Cure.TIME && cure == Cure.PERSON);
        }

        boolean lasts(Instant now) {
            return !now.isBefore(since.plus(LASTING));
        }
    }

    /** After a trouble that was told: no other one is told, unless it is worse. */
    private record Silence(Instant until, Cure told) {
        boolean covers(Cure cure, Instant now) {
            return now.isBefore(until) && (told == Cure.PERSON || cure == Cure.TIME);
        }
    }

    RelayHealth(String relay, Backoff backoff, Waiting waiting, Clock clock) {
        this.relay = relay;
        this.backoff = backoff;
        this.waiting = waiting;
        this.clock = clock;
    }

    boolean isWell() {
        return !backoff.isOn();
    }

    /** It took nothing; nobody tries it for a while. */
    synchronized void troubled(RelayTrouble problem) {
        backoff.press().ifPresent(until -> note(problem, until));
    }

    private void note(RelayTrouble problem, Instant until) {
        var now = clock.instant();
        var current = trouble == null ? new Trouble(now, null) : trouble;
        var silent = silence != null && silence.covers(problem.cure(), now) && !current.lasts(now);
        if (current.hasNews(problem.cure()) && !silent) {
            tell(problem, until);
            current = new Trouble(current.since(), problem.cure());
        }
        trouble = current;
    }

    private void tell(RelayTrouble problem, Instant until) {
        log.atLevel(problem.cure() == Cure.PERSON ? Level.ERROR : Level.WARN)
                .log(
                        "{} {}, next try {}.{}",
                        problem.getMessage(),
                        whatWaits(waiting.messages()),
                        TIME.format(until),
                        whatWasNotTold());
        length = untold == 0 ? LASTING : shorter(length.multipliedBy(2), LONGEST_SILENCE);
        untold = 0;
    }

    /** It took a message. */
    synchronized void carried() {
        if (backoff.release() && trouble != null) {
            end(trouble);
            trouble = null;
        }
    }

    private void end(Trouble ended) {
        if (ended.told() == null) {
            untold++;
        } else {
            log.info("Relay {} takes mail again, after {}.", relay, new Elapsed(since(ended.since())));
            silence = new Silence(clock.instant().plus(length), ended.told());
        }
    }

    private String whatWasNotTold() {
        return untold == 0 ? "" : " It comes and goes: %,d shorter troubles before were not told.".formatted(untold);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String whatWaits(long deliveries) {
        return deliveries == 1 ? "One delivery waits" : "Up to %,d deliveries wait".formatted(deliveries);
    }

    private Duration since(Instant instant) {
        return Duration.between(instant, clock.instant());
    }
}
