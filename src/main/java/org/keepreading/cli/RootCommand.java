package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code keepreading}; without a command it serves. */
@Command(
        name = "keepreading",
        mixinStandardHelpOptions = true,
        version = "Keep Reading 0.1.0",
        description = "Gathers a newsroom's teasers into a daily digest and delivers it by email.",
        subcommands = {Serve.class})
final class RootCommand extends Serve {
    RootCommand(Installation installation) {
        super(installation);
    }
}
