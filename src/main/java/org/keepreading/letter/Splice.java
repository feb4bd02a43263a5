package org.keepreading.letter;

/** A run of a letter's bytes; one after the other they are its body. */
@FunctionalInterface
interface Splice {
    /** Not to be changed: what is equal for all is one array. */
    byte[] bytesFor(Recipient recipient);

    /** A run that is equal for all. */
    final class Same implements Splice {
        private final byte[] bytes;

        Same(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public byte[] bytesFor(Recipient recipient) {
            return bytes;
        }
    }
}
