package org.keepreading.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts what this process' senders do, for whoever watches: by relay, never by address. */
@Component
class Meters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A delivery's outcome is durable.
     *
     * @param relay empty: none was asked
     */
    void recorded(String relay, Outcome outcome) {
        registry.counter(
                        "keepreading.deliveries",
                        "relay",
                        relay,
                        "outcome",
                        outcome.status().word(),
                        "class",
                        outcome.kind().word())
                .increment();
    }

    /** How many claims this process has in hand, whenever somebody looks. */
    void held(Supplier<Number> claims) {
        Gauge.builder("keepreading.leases.held", claims).register(registry);
    }

    /** A sender found that its time was over: the rest of its claim is for others. */
    void leaseLost() {
        registry.counter("keepreading.leases.lost").increment();
    }
}
