package org.keepreading.delivery;

import java.time.Instant;

/**
 * One try to take an edition to one subscriber.
 *
 * @param number 1 for the first
 * @param firstAt when the first was made
 */
record Attempt(long editionId, long subscriberId, int number, Instant firstAt) {}
