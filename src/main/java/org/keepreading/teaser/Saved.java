package org.keepreading.teaser;

/** What became of a draft in the store. */
public enum Saved {
    NEW,
    UPDATED,
    UNCHANGED
}
