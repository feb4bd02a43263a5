package org.keepreading.doctor;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies at the bottom of a problem, in the words of whoever noticed it. */
final class Deepest {
    private Deepest() {}

    /** On one line. */
    static String words(Throwable problem) {
        var deepest =
                Stream.iterate(problem, Objects::nonNull, Throwable::getCause).reduce(problem, (above, below) -> below);
        var message = deepest.getMessage();
        return (message == null ? deepest.getClass().getSimpleName() : message)
                .replaceAll("\\s+", " ")
                .replaceAll("\\.$", "");
    }
}
