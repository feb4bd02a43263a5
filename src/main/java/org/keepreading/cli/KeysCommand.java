package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code keys}: what messages are signed with. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "What messages are signed with (DKIM).",
            "To begin, or to change a key: create one, publish its records, use it, and remove the old one a week later."
        },
        subcommands = {KeysCreate.class, KeysList.class, KeysShow.class, KeysUse.class, KeysStop.class, KeysRemove.class
        })
final class KeysCommand {}
