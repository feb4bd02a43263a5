package org.keepreading.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which edition is stopped, and why. */
final class StopOptions {
    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private EditionName edition;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "by hand",
            description = "Why; \"editions show\" says it (default: ${DEFAULT-VALUE}).")
    private String reason;

    EditionName edition() {
        return edition;
    }

    String reason() {
        return reason;
    }
}
