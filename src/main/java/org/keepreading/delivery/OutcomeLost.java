package org.keepreading.delivery;

/** The program ended before the database took a delivery's outcome: its message may go twice. */
final class OutcomeLost extends RuntimeException {
    OutcomeLost() {
        super("The database took no outcome before the program ended: the messages in flight may go twice.");
    }
}
