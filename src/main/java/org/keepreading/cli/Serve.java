package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code serve}: web pages, API, scheduler and senders, until the process is told to stop. */
@Command(name = "serve", description = "Web pages, scheduler and senders, until it is told to stop.")
final class Serve extends InstallationCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(Serve.class);

    @Override
    public Integer call() throws InterruptedException {
        return untilToldToStop(installation());
    }

    static int untilToldToStop(Installation installation) throws InterruptedException {
        var running = installation.start();
        log.info("{}", Whereabouts.of(running, installation.home().home()));
        running.awaitEnd();
        log.info("{} has stopped.", RootCommand.VERSION);
        return 0;
    }
}
