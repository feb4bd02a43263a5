package org.keepreading.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.keepreading.vital.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Serves {@code /actuator/prometheus} and nothing else, on a listener of its own: the pages' port has no figures, whoever asks
 * there, also a proxy on this machine. A port that is taken costs the figures, not the mail.
 */
@Component
@ConditionalOnWebApplication
public final class PrometheusListener implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PrometheusListener.class);
    private static final String PATH = "/actuator/prometheus";
    private static final int OFF = -1;
    private static final int THREADS = 2;

    private final PrometheusMeterRegistry registry;
    private final PrometheusSettings settings;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    PrometheusListener(PrometheusMeterRegistry registry, PrometheusSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (settings.port() == OFF) {
            return;
        }
        try {
            listen(HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0));
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "No figures for Prometheus: {}:{} can't be listened on ({}). All else goes on; set another"
                            + " keepreading.prometheus.port, or -1.",
                    settings.address(),
                    settings.port(),
                    e.getMessage());
        }
    }

    private void listen(HttpServer listening) {
        var working = Executors.newFixedThreadPool(THREADS, Daemon.factory("prometheus"));
        listening.createContext("/", this::answer);
        listening.setExecutor(working);
        listening.start();
        server = listening;
        threads = working;
        log.info(
                "Figures for Prometheus: http://{}:{}{}",
                settings.address(),
                listening.getAddress().getPort(),
                PATH);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                figures(exchange);
            }
        }
    }

    private void figures(HttpExchange exchange) throws IOException {
        var wanted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .filter(accept -> accept.contains("application/openmetrics-text"));
        var type = wanted.isPresent()
                ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                : "text/plain; version=0.0.4; charset=utf-8";
        var figures = registry.scrape(type).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, figures.length);
        exchange.getResponseBody().write(figures);
    }

    /** Where it listens; empty: nowhere. */
    public synchronized Optional<InetSocketAddress> address() {
        return Optional.ofNullable(server).map(HttpServer::getAddress);
    }

    @Override
    public synchronized void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
