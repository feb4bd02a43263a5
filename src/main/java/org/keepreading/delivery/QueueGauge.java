package org.keepreading.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.vital.ServerRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the queue four times a minute, whoever scrapes how often: a scrape asks the database nothing. All nodes on one
 * database show the same.
 */
@Component
@ConditionalOnWebApplication
class QueueGauge extends ServerRounds {
    private static final Logger log = LoggerFactory.getLogger(QueueGauge.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final LiveInstallation live;
    private final Clock clock;
    private volatile @Nullable QueueLength queue;
    private volatile Optional<String> doubt = Optional.empty();

    QueueGauge(JdbcClient jdbc, LiveInstallation live, MeterRegistry registry, Clock clock) {
        super("queue-gauge", PAUSE);
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
        gauge(registry, "keepreading.queue.deliveries", "Deliveries that wait", QueueLength::deliveries);
        gauge(registry, "keepreading.editions.sending", "Editions that are being sent", QueueLength::sending);
        gauge(registry, "keepreading.editions.paused", "Editions that are paused", QueueLength::paused);
        Gauge.builder("keepreading.queue.oldest.age", this, QueueGauge::age)
                .baseUnit("seconds")
                .description("How long the oldest delivery that is due has waited")
                .register(registry);
        Gauge.builder("keepreading.sending.blocked", this, watch -> watch.isBlocked() ? 1 : 0)
                .description("1 while sending waits for \"live --confirm\"")
                .register(registry);
    }

    /** Empty until it has looked, and while the database does not answer. */
    @Nullable
    QueueLength queue() {
        return queue;
    }

    boolean isBlocked() {
        return doubt.isPresent();
    }

    @Override
    protected void takeTurn() {
        try {
            queue = QueueLength.of(jdbc, clock.instant());
            note(live.doubt());
        } catch (RuntimeException e) {
            queue = null;
            log.debug("The queue can't be looked at now: {}", e.getMessage());
        }
    }

    /** For the server's log: a command says it in its answer. */
    private void note(Optional<String> found) {
        if (!found.equals(doubt)) {
            found.ifPresentOrElse(
                    words -> log.error("Nothing is sent. {}", words),
                    () -> log.info("This installation is the live one: sending goes on."));
        }
        doubt = found;
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<QueueLength> figure) {
        Gauge.builder(name, this, watch -> watch.queue == null ? Double.NaN : figure.applyAsDouble(watch.queue))
                .description(what)
                .register(registry);
    }

    private double age() {
        var now = queue;
        return now == null ? Double.NaN : now.age(clock.instant()).toMillis() / 1_000.0;
    }
}
