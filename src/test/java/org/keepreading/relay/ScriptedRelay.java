package org.keepreading.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that knows nothing of SMTP: it gives the next reply of a list for each line it gets, of commands and of messages. */
final class ScriptedRelay implements AutoCloseable {
    private static final String GREETING = "220 scripted.example";
    private final String extensions;
    private final ServerSocket listener;
    private final CompletableFuture<List<String>> heard = new CompletableFuture<>();

    /** Offers PIPELINING. */
    ScriptedRelay(String... replies) throws IOException {
        this(List.of("PIPELINING"), replies);
    }

    /** @param replies to the lines after EHLO; "" stays silent */
    ScriptedRelay(List<String> offered, String... replies) throws IOException {
        extensions = "250-scripted.example\r\n250-%s\r\n250 HELP".formatted(String.join("\r\n250-", offered));
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(List.of(replies)), "scripted-relay");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What the client said after EHLO, once it is gone. */
    List<String> heard() throws Exception {
        return heard.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve(List<String> replies) {
        try (var socket = listener.accept()) {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            say(socket, GREETING);
            lines.readLine();
            say(socket, extensions);
            heard.complete(converse(socket, lines, replies));
        } catch (IOException e) {
            heard.completeExceptionally(new UncheckedIOException(e));
        }
    }

    private static List<String> converse(Socket socket, BufferedReader lines, List<String> replies) throws IOException {
        var heard = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var reply = heard.size() < replies.size() ? replies.get(heard.size()) : "";
            heard.add(line);
            if (!reply.isEmpty()) {
                say(socket, reply);
            }
        }
        return heard;
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
    }
}
