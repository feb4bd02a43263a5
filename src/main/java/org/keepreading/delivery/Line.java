package org.keepreading.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.RelayTrouble.Cure;

/** One sender's connection to the relay: opened when there is something to send, kept open, renewed now and then. */
final class Line implements AutoCloseable {
    private final Relay relay;
    private final int messagesPerConnection;
    private final Meters meters;
    private @Nullable RelayConnection connection;
    private int carried;
    private String latest = "";
    private long lastUsed = System.nanoTime();

    Line(Relay relay, int messagesPerConnection, Meters meters) {
        this.relay = relay;
        this.messagesPerConnection = messagesPerConnection;
        this.meters = meters;
    }

    void open() throws RelayTrouble {
        if (connection == null || !connection.isOpen() || carried >= messagesPerConnection) {
            close();
            connection = relay.open();
            meters.connected(relay());
        }
    }

    /**
     * A relay may close a connection that carried messages at any time: that is trouble, and worth a new one. What breaks a
     * fresh one may be the message, which must not hold up the others.
     */
    Outcome send(Message message) throws RelayTrouble {
        try {
            return sent(message);
        } catch (RelayTrouble trouble) {
            if (hasCarried() || trouble.cure() == Cure.PERSON) {
                throw trouble;
            }
            return noted(new Outcome.Unanswered(String.valueOf(trouble.getMessage())));
        }
    }

    /** For sentences and figures. */
    String relay() {
        return relay.name();
    }

    boolean hasCarried() {
        return carried > 0;
    }

    boolean isUnusedFor(Duration time) {
        return System.nanoTime() - lastUsed > time.toNanos();
    }

    /** Why the relay broke it off before it was of use; empty: it did not. */
    Optional<RelayTrouble> trouble() {
        return connection != null && !connection.isOpen() && carried <= 1
                ? Optional.of(new RelayTrouble(latest, Cure.TIME))
                : Optional.empty();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
            meters.disconnected(relay());
        }
        carried = 0;
    }

    private Outcome sent(Message message) throws RelayTrouble {
        if (connection == null) {
            throw new IllegalStateException("The line was not opened.");
        }
        var outcome = connection.send(message);
        carried++;
        lastUsed = System.nanoTime();
        return noted(outcome);
    }

    private Outcome noted(Outcome outcome) {
        latest = outcome.words();
        return outcome;
    }
}
