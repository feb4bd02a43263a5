package org.keepreading.source;

/** So many documents are still being read after they were given up, deaf to every interruption, that the process is to end. */
final class StuckReaders extends Error {
    private static final long serialVersionUID = 1;

    StuckReaders(int count) {
        super(("%d documents are still being read though they were given up, and only a new process is rid of them."
                        + " \"sources list\" names them; they are tried again later.")
                .formatted(count));
    }
}
