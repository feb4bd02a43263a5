package org.keepreading.cli;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.PublicUrl;
import org.keepreading.home.Home;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * Where a server is, for its log.
 *
 * @param here as it is reached on this machine
 * @param readers as readers reach it
 * @param home where what it keeps lies
 */
record Whereabouts(String here, URI readers, Path home) {

    static Whereabouts of(ApplicationContext app, Home home) {
        return new Whereabouts(
                here(app, app.getBean(ServerProperties.class)),
                app.getBean(PublicUrl.class).publicUrl(),
                home.folder());
    }

    private static String here(ApplicationContext app, ServerProperties settings) {
        var path = settings.getServlet().getContextPath();
        return "%s://%s:%d%s"
                .formatted(
                        Ssl.isEnabled(settings.getSsl()) ? "https" : "http",
                        host(settings.getAddress()),
                        port(app),
                        path == null ? "" : path);
    }

    private static String host(@Nullable InetAddress address) {
        return address == null || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    }

    private static int port(ApplicationContext app) {
        var server = app instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        return server == null ? -1 : server.getPort();
    }

    @Override
    public String toString() {
        return "%s is up at %s, for readers at %s. Its home is %s.".formatted(RootCommand.VERSION, here, readers, home);
    }
}
