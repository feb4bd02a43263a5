package org.keepreading.relay;

/** How long the queue is, for sentences about a relay that takes nothing. */
public interface Waiting {

    /** How many messages wait, at most. */
    long messages();
}
