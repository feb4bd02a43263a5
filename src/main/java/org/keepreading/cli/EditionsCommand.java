package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code editions}: what went out and how it went. */
@Command(
        name = "editions",
        mixinStandardHelpOptions = true,
        description = "What went out and how it went.",
        subcommands = {
            EditionsList.class,
            EditionsShow.class,
            EditionsPause.class,
            EditionsResume.class,
            EditionsCancel.class,
            EditionsRetry.class,
            EditionsAmend.class
        })
final class EditionsCommand {}
