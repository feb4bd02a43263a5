package org.keepreading.delivery;

/** How long the queue is, for sentences about a relay that takes nothing. */
interface Waiting {

    /** How many messages wait, at most. */
    long messages();
}
