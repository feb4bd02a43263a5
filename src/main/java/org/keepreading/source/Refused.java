package org.keepreading.source;

/** Says of one entry why it cannot be a teaser. */
final class Refused extends RuntimeException {
    Refused(String reason) {
        super(reason);
    }
}
