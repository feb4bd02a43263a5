package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code nodes}: the processes that share this database. */
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        description = "The processes at work on this database.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = NodesList.class)
final class NodesCommand {}
