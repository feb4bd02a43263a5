package org.keepreading.edition;

import org.keepreading.teaser.Teaser;

/** A teaser that was considered for an edition, and in words why it is in it or not. */
public record Candidate(Teaser teaser, boolean picked, String reason) {}
