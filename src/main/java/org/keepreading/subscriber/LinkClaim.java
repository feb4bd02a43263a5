package org.keepreading.subscriber;

/** What a genuine token says: whose link it is, from which newsletter's mail, and what for. */
public record LinkClaim(Purpose purpose, long subscriberId, String newsletterKey) {}
