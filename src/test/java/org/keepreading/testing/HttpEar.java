package org.keepreading.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on a loopback port that hears what it is told, and answers as the test says. */
public final class HttpEar implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    public HttpEar() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    public void answers(int status) {
        this.status = status;
    }

    /** Such as "GET /ping" or "POST /hook" and, on the next line, the body. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : "\n" + body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
