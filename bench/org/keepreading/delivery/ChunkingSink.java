package org.keepreading.delivery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes mail and forgets it, by DATA and by BDAT, which Postfix' smtp-sink does not know: see bench/README.md. */
final class ChunkingSink {
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private final InputStream in;
    private final BufferedOutputStream out;

    private ChunkingSink(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream(), 128 * 1024);
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** @param words PORT */
    public static void main(String... words) throws IOException {
        try (var server = new ServerSocket(Integer.parseInt(words[0]), 100, InetAddress.getLoopbackAddress())) {
            System.out.println("listens");
            while (true) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                new Thread(() -> serve(socket)).start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            new ChunkingSink(socket).converse();
        } catch (IOException e) {
            // the client is gone
        }
    }

    private void converse() throws IOException {
        say("220 sink.example ESMTP");
        for (var line = line(); !line.equals("QUIT"); line = line()) {
            answer(line);
        }
        say("221 Bye");
    }

    private void answer(String line) throws IOException {
        switch (line.substring(0, 4)) {
            case "EHLO" -> say("250-sink.example\r\n250-PIPELINING\r\n250 CHUNKING");
            case "DATA" -> {
                say("354 Go on");
                skipToDot();
                say("250 Taken");
            }
            case "BDAT" -> {
                in.skipNBytes(Long.parseLong(line.split(" ", -1)[1]));
                say("250 Taken");
            }
            default -> say("250 OK");
        }
    }

    /** Flushed only where nothing more was said meanwhile, as servers that know PIPELINING do. */
    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (in.available() == 0) {
            out.flush();
        }
    }

    private void skipToDot() throws IOException {
        for (int matched = 0; matched < END.length; ) {
            var octet = next();
            matched = octet == END[matched] ? matched + 1 : octet == END[0] ? 1 : 0;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var octet = next(); octet != '\n'; octet = next()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    private int next() throws IOException {
        var octet = in.read();
        if (octet < 0) {
            throw new IOException("gone");
        }
        return octet;
    }
}
