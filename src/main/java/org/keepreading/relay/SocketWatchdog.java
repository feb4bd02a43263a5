package org.keepreading.relay;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keepreading.vital.Rounds;

/** Closes the sockets whose time is up, which ends whatever waits for them. */
final class SocketWatchdog implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private final Set<RelaySocket> sockets = ConcurrentHashMap.newKeySet();
    private final Rounds looking;

    SocketWatchdog() {
        looking = Rounds.begin("relay-watchdog", PAUSE, PAUSE, this::look);
    }

    void watch(RelaySocket socket) {
        sockets.add(socket);
    }

    @Override
    public void close() {
        looking.close();
    }

    private void look() {
        sockets.forEach(RelaySocket::closeIfOverdue);
        sockets.removeIf(RelaySocket::isClosed);
    }
}
