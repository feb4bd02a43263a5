package org.keepreading.edition;

/**
 * One of an edition's revisions.
 *
 * @param number 1 as it was frozen, one more each time it was amended
 */
public record Revision(long editionId, int number) {}
