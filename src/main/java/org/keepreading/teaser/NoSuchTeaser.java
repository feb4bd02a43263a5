package org.keepreading.teaser;

/** Someone named a teaser that is not in the store. */
public final class NoSuchTeaser extends RuntimeException {
    NoSuchTeaser(long id) {
        super("There is no teaser " + id + ". \"teasers list\" shows the numbers of those that are.");
    }
}
