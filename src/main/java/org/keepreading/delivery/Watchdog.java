package org.keepreading.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes the sockets whose time is up, which ends whatever waits for them. */
final class Watchdog implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;
    private final Set<RelaySocket> sockets = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Watchdog::daemon);

    private final Future<?> looking;

    Watchdog() {
        looking = thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(RelaySocket socket) {
        sockets.add(socket);
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdown();
    }

    private void look() {
        sockets.forEach(RelaySocket::closeIfOverdue);
        sockets.removeIf(RelaySocket::isClosed);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "relay-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
