package org.keepreading.subscriber;

/**
 * A line of a file, counted from 1, without its end.
 *
 * @param cut whether it was too long, and its rest is missing
 */
record TextLine(long number, String text, boolean cut) {}
