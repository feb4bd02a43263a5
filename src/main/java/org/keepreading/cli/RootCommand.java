package org.keepreading.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keepreading}; without a command it serves. */
@Command(
        name = "keepreading",
        version = RootCommand.VERSION,
        description = "Gathers a newsroom's teasers into a daily digest and delivers it by email.",
        subcommands = {
            Serve.class,
            Demo.class,
            SourcesCommand.class,
            ImportCommand.class,
            TeasersCommand.class,
            NewslettersCommand.class,
            Preview.class,
            PreflightCommand.class,
            Send.class,
            EditionsCommand.class,
            LiveCommand.class,
            NodesCommand.class,
            MoveCommand.class,
            SubscribersCommand.class,
            ListsCommand.class,
            KeysCommand.class,
            DoctorCommand.class
        })
final class RootCommand implements Callable<Integer> {
    static final String VERSION = "Keep Reading 0.1.0";

    final Installation installation;

    @Mixin
    final HomeOption home;

    RootCommand(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
    }

    @Override
    public Integer call() throws InterruptedException {
        return Serve.untilToldToStop(installation);
    }
}
