package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code sources}: the feeds that are polled. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "The feeds that are polled.",
        subcommands = {SourcesAdd.class, SourcesList.class, SourcesRemove.class, SourcesFetch.class})
final class SourcesCommand {}
