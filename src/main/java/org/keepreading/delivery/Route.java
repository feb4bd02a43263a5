package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.Rates.Period;
import org.keepreading.delivery.RelayTrouble.Cure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One way for mail to leave: a relay with its connections, its limits and its troubles. For many threads. */
final class Route implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Route.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Relay relay;
    private final String name;
    private final RelayRules rules;
    private final Brake brake;
    private final Meters meters;
    private final Clock clock;
    private final LongSupplier waiting;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();
    private final Optional<Pace> pace;
    private final List<Quota> quotas;
    private volatile Instant exhaustedUntil = Instant.MIN;
    private volatile @Nullable RelayTrouble latest;

    /** @param waiting how many deliveries there are, at most, for the log */
    Route(Relay relay, RelayRules rules, Brake brake, RelayUse use, Meters meters, LongSupplier waiting, Clock clock) {
        this.relay = relay;
        name = relay.name();
        this.rules = rules;
        this.brake = brake;
        this.meters = meters;
        this.waiting = waiting;
        this.clock = clock;
        free = new Semaphore(rules.connections(), true);
        pace = rules.rate().spacing().map(Pace::new);
        quotas = List.of(
                new Quota(name, Period.HOUR, now -> rules.rate().limit(Period.HOUR), use),
                new Quota(name, Period.DAY, this::today, use));
    }

    /** For sentences and figures. */
    String name() {
        return name;
    }

    Relay relay() {
        return relay;
    }

    RelayRules rules() {
        return rules;
    }

    /** How many it may take today, while its address is new. */
    OptionalLong warmUp() {
        return rules.warmUp().volume(clock.instant().atOffset(UTC).toLocalDate());
    }

    boolean isOpen() {
        return !brake.isOn() && !clock.instant().isBefore(exhaustedUntil);
    }

    /** Why it is not open. */
    RelayTrouble latestTrouble() {
        var trouble = latest;
        return trouble == null ? new RelayTrouble("Relay " + name + " takes no mail now.", Cure.TIME) : trouble;
    }

    boolean hasFreeConnection() {
        return free.availablePermits() > 0;
    }

    /**
     * Waits for a connection and for the message's turn; empty: told to stop meanwhile.
     *
     * @throws RelayTrouble where it takes nothing now, which is noted
     */
    Optional<Passage> passage(BooleanSupplier isOn) throws RelayTrouble {
        var begun = System.nanoTime();
        if (!acquire(isOn)) {
            return Optional.empty();
        }
        var line = Optional.ofNullable(idle.pollFirst())
                .orElseGet(() -> new Line(relay, rules.messagesPerConnection(), meters));
        try {
            return ready(line, isOn)
                    ? Optional.of(new Passage(this, line, System.nanoTime() - begun > SLICE.toNanos()))
                    : abandoned(line);
        } catch (RelayTrouble trouble) {
            abandoned(line);
            throw trouble;
        } catch (RuntimeException e) {
            abandoned(line);
            throw e;
        }
    }

    /** It broke off a connection that carried messages: trouble only where a new one changes nothing. */
    void dropped(RelayTrouble trouble) {
        if (trouble.cure() == Cure.PERSON) {
            troubled(trouble);
        }
    }

    void giveBack(Line line) {
        line.trouble().ifPresentOrElse(this::troubled, () -> noteHealth(line));
        idle.addFirst(line);
        free.release();
    }

    /** Hangs up what nobody has used for a while. */
    void rest() {
        hangUp(REST);
    }

    /** Hangs up what nobody uses now. */
    void hangUp() {
        hangUp(Duration.ZERO);
    }

    @Override
    public void close() {
        hangUp();
        relay.close();
    }

    private void hangUp(Duration unused) {
        for (var line : idle) {
            if (line.isUnusedFor(unused) && idle.remove(line)) {
                line.close();
            }
        }
    }

    private boolean acquire(BooleanSupplier isOn) {
        try {
            while (isOn.getAsBoolean()) {
                if (free.tryAcquire(SLICE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Optional<Passage> abandoned(Line line) {
        idle.addFirst(line);
        free.release();
        return Optional.empty();
    }

    private boolean ready(Line line, BooleanSupplier isOn) throws RelayTrouble {
        takeFromQuotas();
        try {
            line.open();
        } catch (RelayTrouble trouble) {
            quotas.forEach(quota -> quota.giveBack(clock.instant()));
            troubled(trouble);
            throw trouble;
        }
        return pace.map(it -> waited(it.take(clock.instant()), isOn)).orElse(true);
    }

    private void takeFromQuotas() throws RelayTrouble {
        var now = clock.instant();
        for (var quota : quotas) {
            var next = quota.take(now);
            if (next.isPresent()) {
                throw exhausted(next.get());
            }
        }
    }

    private RelayTrouble exhausted(Instant until) {
        var trouble = new RelayTrouble(
                "Relay %s has taken all that its limit allows; it goes on at %s.".formatted(name, TIME.format(until)),
                Cure.TIME);
        if (exhaustedUntil.isBefore(until)) {
            exhaustedUntil = until;
            latest = trouble;
            log.info("{}", trouble.getMessage());
        }
        return trouble;
    }

    private static boolean waited(Duration time, BooleanSupplier isOn) {
        var end = System.nanoTime() + time.toNanos();
        try {
            for (var left = time.toNanos(); left > 0 && isOn.getAsBoolean(); left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isOn.getAsBoolean();
    }

    private void noteHealth(Line line) {
        if (line.hasCarried() && brake.release()) {
            log.info("Relay {} takes mail again.", name);
        }
    }

    private void troubled(RelayTrouble trouble) {
        latest = trouble;
        meters.troubled(name, trouble);
        brake.press()
                .ifPresent(until -> log.atLevel(trouble.cure() == Cure.PERSON ? Level.ERROR : Level.WARN)
                        .log(
                                "{} Up to {} deliveries wait, next try {}.",
                                trouble.getMessage(),
                                "%,d".formatted(waiting.getAsLong()),
                                TIME.format(until)));
    }

    private OptionalLong today(Instant now) {
        var limits = Stream.of(
                        rules.rate().limit(Period.DAY),
                        rules.warmUp().volume(now.atOffset(UTC).toLocalDate()))
                .flatMapToLong(OptionalLong::stream);
        return limits.min();
    }
}
