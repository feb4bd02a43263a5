package org.keepreading.delivery;

import java.time.Duration;
import org.keepreading.relay.RelayLimits;
import org.keepreading.relay.TestRelays;

/** How a test sends: the settings of delivery and of its relay. */
public record Sending(DeliverySettings delivery, RelayLimits limits) {

    /** So many connections, and pauses short enough to wait for. */
    public static Sending by(int connections) {
        return of(connections, Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(3));
    }

    /** What goes wrong is tried again at once. */
    public static Sending hastily(int connections) {
        return of(connections, Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofMillis(200));
    }

    private static Sending of(int connections, Duration lease, Duration firstRetry, Duration longestRetry) {
        var delivery = new DeliverySettings(
                true,
                50,
                lease,
                firstRetry,
                longestRetry,
                Duration.ofDays(1),
                Duration.ofMillis(10),
                Duration.ofSeconds(20));
        return new Sending(delivery, TestRelays.limits(connections));
    }
}
