package org.keepreading.subscriber;

/** Who ended a subscription. */
public enum EndReason {
    READER("by the reader"),
    ADMIN("by an admin");

    final String words;

    EndReason(String words) {
        this.words = words;
    }
}
