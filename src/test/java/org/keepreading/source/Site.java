package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A newsroom's site, on a real socket of this machine. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();

    private final List<String> paths = new CopyOnWriteArrayList<>();

    Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://" + host() + path;
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Site serves(String path, String body) {
        return answers(path, 200, Map.of(), body.getBytes(UTF_8));
    }

    Site redirects(String path, int status, String location) {
        return answers(path, status, Map.of("Location", location), new byte[0]);
    }

    Site answers(String path, int status, Map<String, String> headers, byte[] body) {
        return handles(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    Site handles(String path, HttpHandler handler) {
        forget(path);
        server.createContext(path, exchange -> {
            requests.add(Map.copyOf(exchange.getRequestHeaders()));
            paths.add(exchange.getRequestURI().getPath());
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    private void forget(String path) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            // there was none yet
        }
    }

    /** What clients asked with, in the order in which they came. */
    List<Map<String, List<String>>> requests() {
        return requests;
    }

    /** What they asked for. */
    List<String> paths() {
        return paths;
    }

    String lastRequest(String header) {
        return requests.get(requests.size() - 1)
                .getOrDefault(header, List.of(""))
                .get(0);
    }

    static void endlessly(HttpExchange exchange, byte[] chunk) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        for (var sent = 0L; sent < 1_000_000_000L; sent += chunk.length) {
            body.write(chunk);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
