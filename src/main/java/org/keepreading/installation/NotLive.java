package org.keepreading.installation;

/** Nothing is sent from this database: why, and what to do. */
public final class NotLive extends RuntimeException {
    NotLive(String sentence) {
        super(sentence);
    }
}
