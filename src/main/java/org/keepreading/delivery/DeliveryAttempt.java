package org.keepreading.delivery;

import java.time.Instant;
import org.keepreading.edition.Revision;

/**
 * One try to take an edition to one subscriber.
 *
 * @param revision what they are sent
 * @param number 1 for the first
 * @param firstAt when the first was made
 */
record DeliveryAttempt(Revision revision, long subscriberId, int number, Instant firstAt) {}
