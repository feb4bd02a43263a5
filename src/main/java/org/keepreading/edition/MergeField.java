package org.keepreading.edition;

/** A value that differs from reader to reader and is filled in when their message leaves. */
public enum MergeField {
    /** The subscriber's name; empty where we know none. */
    NAME,
    /** The address that the message goes to. */
    EMAIL,
    UNSUBSCRIBE_URL,
    PREFERENCES_URL,
    /** The edition as a web page. */
    WEB_URL
}
