package org.keepreading.relay;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.Handover.Answered;
import org.keepreading.relay.Handover.RelayDown;
import org.keepreading.relay.Handover.TryAnother;
import org.keepreading.relay.RelayTrouble.Cure;

/**
 * A relay's connection, lent to one sender for one message: opened when there is something to send, kept open from message
 * to message, renewed now and then. Closing it gives it back.
 */
public final class PooledConnection implements AutoCloseable {
    private final Relay relay;
    private @Nullable RelayConnection connection;
    private int carried;
    private boolean late;
    private boolean used;
    private String latest = "";
    private long lastUsed = System.nanoTime();

    PooledConnection(Relay relay) {
        this.relay = relay;
    }

    /** @param late whether it took a while to get it */
    void lend(boolean late) {
        this.late = late;
        used = false;
    }

    void open() throws RelayTrouble {
        if (connection == null
                || !connection.isOpen()
                || carried >= relay.rules().messagesPerConnection()) {
            hangUp();
            connection = relay.connect();
        }
    }

    /** For sentences and figures. */
    public String relay() {
        return relay.name();
    }

    /** Whether it took a while to get it: what was known of the reader may be so no longer. */
    public boolean isLate() {
        return late;
    }

    /** Whether a message was handed over since it was lent. */
    boolean isUsed() {
        return used;
    }

    public Handover send(Message message) {
        used = true;
        var handover = handOver(message);
        if (handover instanceof Answered answered) {
            latest = answered.answer().words();
            relay.answered(answered.answer());
        } else {
            hangUp();
        }
        if (handover instanceof RelayDown down) {
            relay.troubled(down.trouble());
        }
        return handover;
    }

    @Override
    public void close() {
        relay.giveBack(this);
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

    void hangUp() {
        if (connection != null) {
            connection.close();
            connection = null;
            relay.disconnected();
        }
        carried = 0;
    }

    private Handover handOver(Message message) {
        try {
            return new Answered(sent(message));
        } catch (RelayTrouble trouble) {
            if (trouble.cure() == Cure.PERSON) {
                return new RelayDown(trouble);
            }
            return hasCarried()
                    ? new TryAnother()
                    : new Answered(new Answer.Unanswered(trouble.sentence(), trouble.isTimedOut()));
        }
    }

    private Answer sent(Message message) throws RelayTrouble {
        if (connection == null) {
            throw new IllegalStateException("The connection was not opened.");
        }
        var answer = connection.send(message);
        carried++;
        lastUsed = System.nanoTime();
        return answer;
    }
}
