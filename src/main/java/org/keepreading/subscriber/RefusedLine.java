package org.keepreading.subscriber;

/** A line of a file that was not taken, and what to do about it. */
public record RefusedLine(long line, String reason) {}
