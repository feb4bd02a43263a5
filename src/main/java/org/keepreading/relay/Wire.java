package org.keepreading.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** What is said over a connection, and what is heard. */
final class Wire {
    private static final int MESSAGE_SIZE = 128 * 1024;
    private final RelaySocket socket;
    private final Socket encrypted;
    private final OutputStream out;
    private final ReplyReader replies;

    /** @param encrypted what encrypts the socket, or the socket itself */
    Wire(RelaySocket socket, Socket encrypted) throws IOException {
        this.socket = socket;
        this.encrypted = encrypted;
        out = new BufferedOutputStream(encrypted.getOutputStream(), MESSAGE_SIZE);
        replies = new ReplyReader(encrypted.getInputStream());
    }

    void say(String commands) throws IOException {
        write(commands);
        out.flush();
    }

    /** The message and the final dot. */
    void say(Message message) throws IOException {
        message.writeTo(out);
        say(".");
    }

    /** The commands and the message they announce, without a dot. */
    void say(String commands, Message message) throws IOException {
        write(commands);
        message.writeTo(out);
        out.flush();
    }

    private void write(String commands) throws IOException {
        out.write((commands + "\r\n").getBytes(US_ASCII));
    }

    Reply hear() throws IOException {
        return replies.next();
    }

    /** Whether the relay says something that it was not asked. */
    boolean hasMore() throws IOException {
        return replies.hasMore();
    }

    /** The relay's certificate; empty: nothing is encrypted. */
    Optional<X509Certificate> certificate() throws IOException {
        return encrypted instanceof SSLSocket tls
                        && tls.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                ? Optional.of(shown)
                : Optional.empty();
    }

    void hurry(Duration time) {
        socket.hurry(time);
    }

    void rest() {
        socket.rest();
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    void cut() {
        socket.abort();
    }

    Breach explain(IOException problem) {
        if (socket.isOverdue() || problem instanceof SocketTimeoutException) {
            return new Breach("gave no answer in time", true);
        }
        return new Breach(
                problem instanceof RelayFault ? String.valueOf(problem.getMessage()) : "broke the connection", false);
    }

    /**
     * Why the dialogue can't go on.
     *
     * @param words what the relay did, for a sentence that begins with its name
     * @param timedOut whether time ran out over it
     */
    record Breach(String words, boolean timedOut) {}
}
