package org.keepreading.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that somebody sits in front of, if there is one. */
final class Terminal {
    static {
        // since Java 22 there is a Console without a terminal too, unless this says otherwise
        System.setProperty("jdk.console", "java.base");
    }

    private Terminal() {}

    static boolean isThere() {
        return console().isPresent();
    }

    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        return Optional.ofNullable(System.console());
    }
}
