package org.keepreading.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which edition is stopped, and why. */
final class StopOptions {
    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private EditionName edition;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; \"editions show\" says it (default: by whom).")
    private @Nullable String reason;

    EditionName edition() {
        return edition;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
