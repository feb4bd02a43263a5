package org.keepreading.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Relays as the program makes them of its settings, for tests of other rooms. */
public final class TestRelays {
    private final RelaySetup setup;

    public TestRelays(RelayLimits limits, JdbcClient jdbc, MeterRegistry figures, Waiting waiting, Clock clock) {
        setup = new RelaySetup(limits, new RelayUse(jdbc), new RelayMeters(figures), waiting, clock);
    }

    /** One, as spring.mail sets it. */
    public Relays of(RelayAt relay, RelayLimits limits) {
        return of(relay(relay, limits.rules()));
    }

    Relays of(Relay... relays) {
        return new Relays(List.of(relays), new Random(17));
    }

    Relay relay(RelayAt relay, RelayRules rules) {
        return setup.relay(relay.relay(), rules);
    }

    /** So many connections, a pause of 20 ms and at most 100 ms in trouble. */
    public static RelayLimits limits(int connections) {
        return new RelayLimits(
                connections,
                100,
                RateLimits.valueOf(""),
                DomainRates.valueOf(""),
                Duration.ofMillis(20),
                Duration.ofMillis(100));
    }

    /** Of receivers that no name server knows. */
    public static ReceiverPaces paces(RelayLimits limits, Clock clock) {
        var receivers = new Receivers(name -> CompletableFuture.failedFuture(new IOException("no network")));
        return new ReceiverPaces(limits, receivers, clock);
    }

    /** @param reply such as "550 5.1.1 No such user" */
    public static Answer answer(String reply) {
        return new Reply(Integer.parseInt(reply.substring(0, 3)), reply).answer();
    }
}
