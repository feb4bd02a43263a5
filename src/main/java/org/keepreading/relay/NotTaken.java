package org.keepreading.relay;

/** A relay did not take a message that belongs to no edition: why, and what to do. */
public final class NotTaken extends RuntimeException {
    NotTaken(String sentence) {
        super(sentence);
    }
}
