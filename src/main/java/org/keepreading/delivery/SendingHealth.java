package org.keepreading.delivery;

import org.keepreading.relay.Relays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code sending} in /actuator/health: never down, as its pages work without; what holds mail up is a detail. Anybody may
 * read it, so it names no relay, no newsletter and no address.
 */
@Component("sendingHealthIndicator")
@ConditionalOnWebApplication
class SendingHealth implements HealthIndicator {
    private final QueueGauge watch;
    private final Relays relays;

    SendingHealth(QueueGauge watch, Relays relays) {
        this.watch = watch;
        this.relays = relays;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("sending", words());
        var queue = watch.queue();
        return queue == null
                ? health.build()
                : health.withDetail("waiting", queue.deliveries())
                        .withDetail("editionsPaused", queue.paused())
                        .build();
    }

    private String words() {
        if (watch.isBlocked()) {
            return "waits until somebody says that this is the live installation";
        }
        return relays.areAllInTrouble() ? "waits for the relay" : "goes on";
    }
}
