package org.keepreading.subscriber;

/** A named set of subscribers that newsletters go to. */
public record NamedList(ListKey key, String title) {}
