package org.keepreading.delivery;

/** An address that is well-formed, but that no relay takes as it is. */
public final class UnsendableAddress extends RuntimeException {
    UnsendableAddress(String sentence) {
        super(sentence);
    }
}
