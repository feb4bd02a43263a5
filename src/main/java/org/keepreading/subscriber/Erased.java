package org.keepreading.subscriber;

/** Says, within the erasure's transaction and while the subscriber is still there, whose data is about to go. */
public record Erased(long subscriberId) {}
