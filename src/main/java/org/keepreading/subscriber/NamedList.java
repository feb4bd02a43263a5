package org.keepreading.subscriber;

import org.keepreading.address.ListKey;

/** A named set of subscribers that newsletters go to. */
public record NamedList(ListKey key, String title) {
    /** In characters. */
    public static final int LONGEST_TITLE = 200;
}
