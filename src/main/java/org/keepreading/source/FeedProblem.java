package org.keepreading.source;

/** Why a source could not be read: what was found, and what to do. */
public final class FeedProblem extends RuntimeException {
    FeedProblem(String sentence) {
        super(sentence);
    }
}
