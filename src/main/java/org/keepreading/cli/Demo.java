package org.keepreading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole program on a sample newsroom, a throw-away database and a built-in mail catcher. */
@Command(
        name = "demo",
        description = {
            "Everything in one go, offline: brings in a sample newsroom, has its digest sent to a dozen sample readers through"
                    + " a built-in mail catcher, and shows where to read it.",
            "No mail leaves this machine, and nothing is kept. The home and its settings are left alone."
        })
final class Demo extends InstallationCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where the pages are shown (default: SERVER_PORT, else 8080, or any other where that is taken).")
    private @Nullable Port port;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var running = installation().startDemo(new DemoSettings(port));
        var app = running.app();
        var site = app.publicUrl().publicUrl();
        var readers = new DemoNewsroom(app, site).publish();
        var arrived = app.mailCatcher().await(readers, PATIENCE);
        if (running.isActive()) {
            announce(arrived, readers, site);
        }
        running.awaitEnd();
        return 0;
    }

    private void announce(boolean arrived, long readers, URI site) {
        PrintWriter out = out();
        out.println();
        out.println("  This is the demo of Keep Reading: a made-up newsroom, " + readers
                + " made-up readers, no real mail.");
        out.println(
                arrived
                        ? "  Quartz had the digest sent, and the mail catcher caught it. Read it at"
                        : "  The digest is still on its way; the log above says what holds it up. See it arrive at");
        out.println();
        out.println("      " + site + "/demo");
        out.println();
        out.println("  There you also find how to go from here to your own newsletter. Ctrl+C ends the demo.");
        out.println();
    }
}
