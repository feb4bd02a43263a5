package org.keepreading.node;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code databaseOpen} in /actuator/health, and in its group liveness: down once H2 has closed its database for good, which
 * only a new process can open, until {@link ClosedDatabase} ends this one. One that is slow or can't be reached is still open.
 */
@Component("databaseOpenHealthIndicator")
@ConditionalOnWebApplication
class DatabaseOpen implements HealthIndicator, AutoCloseable {
    /** Less than what those who ask wait, a second with Kubernetes. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DatabaseOpen::daemon);
    private @Nullable Future<?> looking;
    private volatile boolean closed;

    DatabaseOpen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        look();
        return closed ? Health.down().build() : Health.up().build();
    }

    /** A look that still hangs is not joined by another. */
    private synchronized void look() {
        if (looking == null || looking.isDone()) {
            looking = thread.submit(this::ask);
        }
        try {
            looking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // what was known before holds
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            closed = false;
        } catch (DataAccessException e) {
            closed = ClosedDatabase.isClosedForGood(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "database-open");
        thread.setDaemon(true);
        return thread;
    }
}
