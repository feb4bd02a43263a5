package org.keepreading.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/** What this process does, as its meters show it to everybody. */
final class Workload {
    private final MeterRegistry meters;
    private Instant counted;
    private double sentBefore;

    Workload(MeterRegistry meters, Instant now) {
        this.meters = meters;
        counted = now;
        sentBefore = sent();
    }

    int inHand() {
        return (int) meters.find("keepreading.leases.held").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    /** Messages a second since it was asked last. */
    double sentASecond(Instant now) {
        var sent = sent();
        var millis = Math.max(1, Duration.between(counted, now).toMillis());
        var rate = 1_000 * (sent - sentBefore) / millis;
        counted = now;
        sentBefore = sent;
        return rate;
    }

    private double sent() {
        return meters.find("keepreading.deliveries").tag("outcome", "sent").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
