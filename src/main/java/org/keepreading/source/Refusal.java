package org.keepreading.source;

/** An entry that did not become a teaser. */
public record Refusal(String entry, String reason) {}
