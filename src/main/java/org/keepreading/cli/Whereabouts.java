package org.keepreading.cli;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.keepreading.home.Home;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * Where a server is, for its log.
 *
 * @param here as it is reached on this machine
 * @param readers as readers reach it
 * @param home where what it keeps lies
 */
record Whereabouts(String here, URI readers, Path home) {

    static Whereabouts of(Running running, Home home) {
        var app = running.app();
        return new Whereabouts(
                here(running.port(), app.serverProperties()), app.publicUrl().publicUrl(), home.folder());
    }

    private static String here(int port, ServerProperties settings) {
        var path = settings.getServlet().getContextPath();
        return "%s://%s:%d%s"
                .formatted(
                        Ssl.isEnabled(settings.getSsl()) ? "https" : "http",
                        host(settings.getAddress()),
                        port,
                        path == null ? "" : path);
    }

    private static String host(@Nullable InetAddress address) {
        return address == null || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    }

    @Override
    public String toString() {
        return "%s is up at %s, for readers at %s. Its home is %s.".formatted(RootCommand.VERSION, here, readers, home);
    }
}
