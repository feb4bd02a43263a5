package org.keepreading.delivery;

/**
 * What a relay is chosen by.
 *
 * @param newsletter its key
 * @param domain of the reader's address
 */
record Mailing(long editionId, String newsletter, long subscriberId, String domain) {}
