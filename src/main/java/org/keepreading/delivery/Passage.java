package org.keepreading.delivery;

/** An open connection, lent to one sender for one message that every limit allows. Closing it gives it back. */
final class Passage implements AutoCloseable {
    private final Route route;
    private final Line line;
    private final boolean late;

    Passage(Route route, Line line, boolean late) {
        this.route = route;
        this.line = line;
        this.late = late;
    }

    /** Whether it took a while to get it: what was known of the reader may be so no longer. */
    boolean isLate() {
        return late;
    }

    String relay() {
        return route.name();
    }

    /** @throws RelayTrouble where the relay had enough of a connection that carried messages; then another is worth a try */
    Outcome send(Message message) throws RelayTrouble {
        try {
            return line.send(message);
        } catch (RelayTrouble trouble) {
            line.close();
            route.dropped(trouble);
            throw trouble;
        }
    }

    @Override
    public void close() {
        route.giveBack(line);
    }
}
