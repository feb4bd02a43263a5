package org.keepreading.doctor;

/**
 * The domains that answer for a newsletter, in ASCII.
 *
 * @param from of the address that readers see
 * @param bounce of the envelope sender
 */
record SenderDomains(String from, String bounce) {}
