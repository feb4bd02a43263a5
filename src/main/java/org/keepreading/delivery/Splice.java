package org.keepreading.delivery;

/** A run of a letter's bytes; one after the other they are the message. */
@FunctionalInterface
interface Splice {
    /** Not to be changed: what is equal for all readers is one array. */
    byte[] bytesFor(Recipient recipient);
}
