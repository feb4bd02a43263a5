package org.keepreading.move;

/** What was moved and checked. */
public record Moved(int tables, long rows) {}
