package org.keepreading.delivery;

/**
 * What is so when a message would leave.
 *
 * @param attempt the one that would be made now
 */
record Moment(Standing standing, Attempt attempt) {}
