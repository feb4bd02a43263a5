package org.keepreading.subscriber;

/** Who, or what, ended a subscription. */
public enum EndReason {
    READER("by the reader"),
    ADMIN("by an admin"),
    /** Nobody left: should the list be made again, they may be put on it. */
    LIST_REMOVED("with its list");

    final String words;

    EndReason(String words) {
        this.words = words;
    }
}
