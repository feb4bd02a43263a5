package org.keepreading.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serve}: web pages, API, scheduler and senders, until the process is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Web pages, scheduler and senders, until it is told to stop.")
final class Serve implements Callable<Integer> {
    private final Installation installation;

    Serve(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Installation.awaitEndOf(installation.start());
        return 0;
    }
}
