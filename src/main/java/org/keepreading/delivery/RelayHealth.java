package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.RelayTrouble.Cure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Whether a relay takes mail. It is told once that it does not, once more where that comes to need a person, and once that it does again. */
final class RelayHealth {
    private static final Logger log = LoggerFactory.getLogger(RelayHealth.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);

    private final String relay;
    private final Brake brake;
    private final LongSupplier waiting;
    private final Clock clock;
    private @Nullable Trouble told;

    /** The first of a row of failures, and what would end the worst of them. */
    private record Trouble(Instant since, Cure cure) {}

    /** @param waiting how many deliveries there are, at most */
    RelayHealth(String relay, Brake brake, LongSupplier waiting, Clock clock) {
        this.relay = relay;
        this.brake = brake;
        this.waiting = waiting;
        this.clock = clock;
    }

    boolean isWell() {
        return !brake.isOn();
    }

    /** It took nothing; nobody tries it for a while. */
    synchronized void troubled(RelayTrouble trouble) {
        brake.press().filter(until -> isNews(trouble)).ifPresent(until -> tell(trouble, until));
    }

    /** It took a message. */
    synchronized void carried() {
        if (brake.release() && told != null) {
            log.info("Relay {} takes mail again, after {}.", relay, new Elapsed(since(told.since())));
            told = null;
        }
    }

    private boolean isNews(RelayTrouble trouble) {
        return told == null || (told.cure() == Cure.TIME && trouble.cure() == Cure.PERSON);
    }

    private void tell(RelayTrouble trouble, Instant until) {
        told = new Trouble(told == null ? clock.instant() : told.since(), trouble.cure());
        log.atLevel(trouble.cure() == Cure.PERSON ? Level.ERROR : Level.WARN)
                .log("{} {}, next try {}.", trouble.getMessage(), whatWaits(waiting.getAsLong()), TIME.format(until));
    }

    private static String whatWaits(long deliveries) {
        return deliveries == 1 ? "One delivery waits" : "Up to %,d deliveries wait".formatted(deliveries);
    }

    private Duration since(Instant instant) {
        return Duration.between(instant, clock.instant());
    }
}
