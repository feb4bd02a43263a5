package org.keepreading.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.keepreading.testing.HostileFeed;

/** A site that serves an honest feed, each hostile one, and one that never comes to its end. */
final class HostileSite implements AutoCloseable {
    static final String HONEST = "/honest.xml";
    static final String TRICKLE = "/trickle.xml";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Long> honestReads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    HostileSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static String path(HostileFeed feed) {
        return "/" + feed.name();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + host() + path;
    }

    long requestsFor(String path) {
        return requests.stream().filter(path::equals).count();
    }

    /** The longest time that went by between two visits for the honest feed. */
    Duration longestPause() {
        var longest = 0L;
        for (var visit = 1; visit < honestReads.size(); visit++) {
            longest = Math.max(longest, honestReads.get(visit) - honestReads.get(visit - 1));
        }
        return Duration.ofNanos(longest);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        requests.add(path);
        try (exchange) {
            switch (path) {
                case HONEST -> {
                    honestReads.add(System.nanoTime());
                    send(exchange, HostileFeed.rss("").getBytes(UTF_8));
                }
                case TRICKLE -> trickle(exchange);
                default -> send(exchange, HostileFeed.valueOf(path.substring(1)).bytes());
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!closed.await(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
