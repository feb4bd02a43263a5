package org.keepreading.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts what this process' senders do, for whoever watches: by relay, never by address. */
@Component
class Meters {
    private static final String RELAY = "relay";
    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> connections = new ConcurrentHashMap<>();

    private final Set<String> troubled = ConcurrentHashMap.newKeySet();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A delivery's outcome is durable. */
    void recorded(String relay, Outcome outcome) {
        var kind = OutcomeClass.of(outcome);
        registry.counter(
                        "keepreading.deliveries",
                        RELAY,
                        relay,
                        "outcome",
                        outcome.next().word(),
                        "class",
                        kind)
                .increment();
        if (outcome.isAttempt()) {
            troubled.remove(relay);
        }
        if (kind.equals(OutcomeClass.TIME_OUT)) {
            timedOut(relay);
        }
    }

    /** The relay takes nothing at present. */
    void troubled(String relay, RelayTrouble trouble) {
        troubled.add(relay);
        var cure = trouble.cure().name().toLowerCase(Locale.ROOT);
        registry.counter("keepreading.relay.troubles", RELAY, relay, "cure", cure)
                .increment();
        if (OutcomeClass.isTimeOut(String.valueOf(trouble.getMessage()))) {
            timedOut(relay);
        }
    }

    /** How many claims this process has in hand, whenever somebody looks. */
    void held(Supplier<Number> claims) {
        Gauge.builder("keepreading.leases.held", claims).register(registry);
    }

    /** Whether the relay took nothing since it was last in trouble. */
    boolean isInTrouble(String relay) {
        return troubled.contains(relay);
    }

    /** A sender found that its time was over: the rest of its claim is for others. */
    void leaseLost() {
        registry.counter("keepreading.leases.lost").increment();
    }

    void connected(String relay) {
        open(relay).incrementAndGet();
    }

    void disconnected(String relay) {
        open(relay).decrementAndGet();
    }

    private void timedOut(String relay) {
        registry.counter("keepreading.relay.timeouts", RELAY, relay).increment();
    }

    private AtomicInteger open(String relay) {
        return connections.computeIfAbsent(relay, this::gauge);
    }

    private AtomicInteger gauge(String relay) {
        var open = new AtomicInteger();
        registry.gauge("keepreading.relay.connections", Tags.of(RELAY, relay), open);
        return open;
    }
}
