package org.keepreading.move;

/** Why a move does not begin, or does not go on, and what to do. */
public final class CannotMove extends RuntimeException {

    CannotMove(String sentence) {
        super(sentence);
    }

    CannotMove(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
