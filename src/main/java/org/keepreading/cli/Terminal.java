package org.keepreading.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;

/** The terminal that somebody sits in front of, if there is one. */
final class Terminal {
    static {
        // since Java 22 there is a Console without a terminal too, unless this says otherwise
        System.setProperty("jdk.console", "java.base");
    }

    private static final int USUAL_WIDTH = 80;

    private Terminal() {}

    static boolean isThere() {
        return console().isPresent();
    }

    /** How many columns it has. The library leaves SIGINT alone: else it kills the process without a word. */
    static int width() {
        try (var terminal =
                TerminalBuilder.builder().nativeSignals(false).dumb(true).build()) {
            return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
        } catch (IOException unknown) {
            return USUAL_WIDTH;
        }
    }

    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        return Optional.ofNullable(System.console());
    }
}
