package org.keepreading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.keepreading.web.demo.MailCatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole program on a sample newsroom, a throw-away database and a built-in mail catcher. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Everything in one go, offline: brings in a sample newsroom, has its digest sent to a dozen sample readers through"
                    + " a built-in mail catcher, and shows where to read it.",
            "No mail leaves this machine, and nothing is kept."
        })
final class Demo implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the pages are shown (default: 8080, or any other when that is taken).")
    private Port port;

    Demo(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var free = isFree(port.number()) ? port.number() : anyFree();
        var site = URI.create("http://localhost:" + free);
        var running = installation
                .with(
                        "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
                        "server.address=127.0.0.1",
                        "server.port=" + free,
                        "keepreading.public-url=" + site,
                        "logging.level.org.keepreading=warn")
                .startDemo();
        var readers = new DemoNewsroom(running, site).publish();
        announce(running.getBean(MailCatcher.class).await(readers, PATIENCE), readers, site);
        Installation.awaitEndOf(running);
        return 0;
    }

    private void announce(boolean arrived, long readers, URI site) {
        PrintWriter out = spec.commandLine().getOut();
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

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
