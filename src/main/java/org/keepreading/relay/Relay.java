package org.keepreading.relay;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.RateLimits.Period;
import org.keepreading.relay.RelayTrouble.Cure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way for mail to leave: a relay with its connections, its limits and its troubles. For many threads. */
final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);
    private static final Duration SLICE = Duration.ofMillis(200);

    private final RelayServer server;
    private final String name;
    private final RelayRules rules;
    private final RelayHealth health;
    private final RelayMeters meters;
    private final Clock clock;
    private final ConnectionPool pool;
    private final Optional<MessagePace> pace;
    private final List<Quota> quotas;
    private volatile Instant exhaustedUntil = Instant.MIN;
    private volatile @Nullable RelayTrouble latest;

    Relay(
            RelayServer server,
            RelayRules rules,
            Backoff backoff,
            RelayUse use,
            RelayMeters meters,
            Waiting waiting,
            Clock clock) {
        this.server = server;
        name = server.name();
        this.rules = rules;
        this.meters = meters;
        this.clock = clock;
        health = new RelayHealth(name, backoff, waiting, clock);
        pool = new ConnectionPool(rules.connections(), () -> new PooledConnection(this));
        pace = rules.rate().spacing().map(MessagePace::new);
        quotas = List.of(
                new Quota(name, Period.HOUR, now -> rules.rate().limit(Period.HOUR), use),
                new Quota(name, Period.DAY, this::today, use));
    }

    /** For sentences and figures. */
    String name() {
        return name;
    }

    RelayServer server() {
        return server;
    }

    RelayRules rules() {
        return rules;
    }

    /** How many it may take today, while its address is new. */
    OptionalLong warmUp() {
        return rules.warmUp().volume(clock.instant().atOffset(UTC).toLocalDate());
    }

    boolean isOpen() {
        return health.isWell() && !clock.instant().isBefore(exhaustedUntil);
    }

    /** Why it is not open. */
    RelayTrouble latestTrouble() {
        var trouble = latest;
        return trouble == null ? new RelayTrouble("Relay " + name + " takes no mail now.", Cure.TIME) : trouble;
    }

    boolean hasFreeConnection() {
        return pool.hasFree();
    }

    /**
     * Waits for a connection and for the message's turn; empty: told to stop meanwhile.
     *
     * @throws RelayTrouble where it takes nothing now, which is noted
     */
    Optional<PooledConnection> lend(BooleanSupplier isOn) throws RelayTrouble {
        var begun = System.nanoTime();
        var connection = pool.acquire(isOn);
        var ready = false;
        try {
            ready = connection.isPresent() && isReady(connection.get(), isOn);
            connection.ifPresent(it -> it.lend(System.nanoTime() - begun > SLICE.toNanos()));
            return ready ? connection : Optional.empty();
        } finally {
            if (!ready) {
                connection.ifPresent(pool::giveBack);
            }
        }
    }

    /** Whether it took nothing since it was last in trouble. */
    boolean isInTrouble() {
        return meters.isInTrouble(name);
    }

    RelayConnection connect() throws RelayTrouble {
        var connection = server.open();
        meters.connected(name);
        return connection;
    }

    void disconnected() {
        meters.disconnected(name);
    }

    void answered(Answer answer) {
        meters.answered(name, answer);
    }

    /** It takes nothing at present; nobody tries it for a while. */
    void troubled(RelayTrouble trouble) {
        latest = trouble;
        meters.troubled(name, trouble);
        health.troubled(trouble);
    }

    /** What was lent for a message that did not leave is none of the quotas'. */
    void giveBack(PooledConnection connection) {
        if (!connection.isUsed()) {
            giveBackToQuotas();
        }
        connection.trouble().ifPresentOrElse(this::troubled, () -> noteHealth(connection));
        pool.giveBack(connection);
    }

    /** Hangs up what nobody has used for a while. */
    void rest() {
        pool.rest();
    }

    /** Hangs up what nobody uses now. */
    void hangUp() {
        pool.hangUp();
    }

    @Override
    public void close() {
        hangUp();
        server.close();
    }

    private boolean isReady(PooledConnection connection, BooleanSupplier isOn) throws RelayTrouble {
        takeFromQuotas();
        try {
            connection.open();
        } catch (RelayTrouble trouble) {
            giveBackToQuotas();
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

    private void giveBackToQuotas() {
        quotas.forEach(quota -> quota.giveBack(clock.instant()));
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

    private void noteHealth(PooledConnection connection) {
        if (connection.hasCarried()) {
            health.carried();
        }
    }

    private OptionalLong today(Instant now) {
        var limits = Stream.of(
                        rules.rate().limit(Period.DAY),
                        rules.warmUp().volume(now.atOffset(UTC).toLocalDate()))
                .flatMapToLong(OptionalLong::stream);
        return limits.min();
    }
}
