package org.keepreading.delivery;

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
    private final QueueWatch watch;
    private final Routes routes;
    private final RelayMeters meters;

    SendingHealth(QueueWatch watch, Routes routes, RelayMeters meters) {
        this.watch = watch;
        this.routes = routes;
        this.meters = meters;
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
        return areAllInTrouble() ? "waits for the relay" : "goes on";
    }

    private boolean areAllInTrouble() {
        return routes.relays().stream().map(Relay::name).allMatch(meters::isInTrouble);
    }
}
