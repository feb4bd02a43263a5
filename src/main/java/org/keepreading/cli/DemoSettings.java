package org.keepreading.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What the demo sets for itself, whatever else is set: a database that is gone afterwards, pages for this machine alone, and
 * nothing that leaves it.
 *
 * @param wanted {@code null}: the port that is set ({@code server.port}, SERVER_PORT)
 */
record DemoSettings(@Nullable Port wanted) implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment());
        refuseRelays(settings);
        var port = free(wanted != null ? wanted.number() : portOf(settings));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo", own(port)));
    }

    /** They have names that only whoever set them knows, so none can be taken back here. */
    private static void refuseRelays(Binder settings) {
        settings.bind("keepreading.relay", Bindable.mapOf(String.class, Object.class))
                .ifBound(relays -> {
                    throw new IllegalArgumentException(
                            "The demo mails nobody, and relay \"%s\" is set outside its home. Start it without that setting."
                                    .formatted(relays.keySet().iterator().next()));
                });
    }

    private static int portOf(Binder settings) {
        return settings.bind("server.port", String.class)
                .map(word -> word.equals("0") ? 0 : Port.of(word).number())
                .orElse(0);
    }

    /** That one, or any other where it is taken. */
    private static int free(int port) {
        return opened(port).or(() -> opened(0)).orElseThrow();
    }

    private static Optional<Integer> opened(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Optional.of(socket.getLocalPort());
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> own(int port) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
                "spring.datasource.hikari.max-lifetime",
                0, // H2 2.4.240 needs the connection that made its tables, and this database can't be opened anew
                "server.address",
                "127.0.0.1",
                "server.port",
                port,
                "keepreading.public-url",
                "http://localhost:" + port,
                "keepreading.prometheus.port",
                -1,
                "keepreading.alert.mail",
                "",
                "keepreading.alert.webhook",
                "");
    }
}
