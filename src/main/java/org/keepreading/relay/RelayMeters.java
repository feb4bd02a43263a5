package org.keepreading.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.keepreading.relay.Answer.Unanswered;
import org.springframework.stereotype.Component;

/** Counts connections and troubles of each relay, for whoever watches. */
@Component
class RelayMeters {
    private static final String RELAY = "relay";
    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> connections = new ConcurrentHashMap<>();
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();

    RelayMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void connected(String relay) {
        open(relay).incrementAndGet();
    }

    void disconnected(String relay) {
        open(relay).decrementAndGet();
    }

    /** A message had its answer. */
    void answered(String relay, Answer answer) {
        troubled.remove(relay);
        if (answer instanceof Unanswered unanswered && unanswered.timedOut()) {
            timedOut(relay);
        }
    }

    /** The relay takes nothing at present. */
    void troubled(String relay, RelayTrouble trouble) {
        troubled.add(relay);
        var cure = trouble.cure().name().toLowerCase(Locale.ROOT);
        registry.counter("keepreading.relay.troubles", RELAY, relay, "cure", cure)
                .increment();
        if (trouble.isTimedOut()) {
            timedOut(relay);
        }
    }

    /** Whether the relay took nothing since it was last in trouble. */
    boolean isInTrouble(String relay) {
        return troubled.contains(relay);
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
