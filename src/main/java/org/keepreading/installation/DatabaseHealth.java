package org.keepreading.installation;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code database} in /actuator/health, and in its group readiness: down when it can't be written. */
@Component("databaseHealthIndicator")
@ConditionalOnWebApplication
class DatabaseHealth implements HealthIndicator, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private final WriteProbe test;

    /** The row that is written is there once {@link LiveInstallation} was asked. */
    DatabaseHealth(JdbcClient jdbc, LiveInstallation live) {
        live.doubt();
        test = new WriteProbe(jdbc, PATIENCE, FRESH);
    }

    @Override
    public Health health() {
        return test.isWritable()
                ? Health.up().build()
                : Health.down().withDetail("writable", false).build();
    }

    @Override
    public void close() {
        test.close();
    }
}
