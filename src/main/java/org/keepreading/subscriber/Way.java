package org.keepreading.subscriber;

/**
 * By which way somebody leaves.
 *
 * @param words for the log
 */
public record Way(EndReason reason, String words) {
    /** RFC 8058: their mail program's own button. */
    public static final Way ONE_CLICK = new Way(EndReason.READER, "by one click in their mail program");

    public static final Way PAGE = new Way(EndReason.READER, "on the unsubscribe page");
    public static final Way PREFERENCES = new Way(EndReason.READER, "on the preferences page");

    /** @param by whose command it was, a user name */
    public static Way command(String by) {
        return new Way(EndReason.ADMIN, "by a command of " + by);
    }
}
