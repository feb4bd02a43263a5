package org.keepreading.web.reader;

/** A box to tick. */
public record Option(String value, String label, boolean ticked) {}
