package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code subscribers}: who reads, as far as an admin decides it. */
@Command(
        name = "subscribers",
        mixinStandardHelpOptions = true,
        description = "Brings subscribers in and out, and does what they ask for.",
        subcommands = {
            SubscribersImport.class,
            SubscribersExport.class,
            SubscribersAdd.class,
            SubscribersUnsubscribe.class,
            SubscribersErase.class,
            SubscribersShow.class,
            SubscribersCount.class
        })
final class SubscribersCommand {}
