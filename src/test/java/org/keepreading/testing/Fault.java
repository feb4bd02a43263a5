package org.keepreading.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a {@link FaultyRelay} does at one stage of the dialogue instead of what is right. */
public final class Fault {
    private static final int ENDLESS_LINES = 100_000;

    /** What is done with the connection; {@code usual} is the reply that a relay in good health gives. */
    interface Deed {
        void on(Socket socket, String usual) throws IOException;
    }

    private final Deed deed;
    private final boolean takesTheMessage;

    private Fault(Deed deed, boolean takesTheMessage) {
        this.deed = deed;
        this.takesTheMessage = takesTheMessage;
    }

    /** Answers this, without doing what was asked; after 421 the connection is closed. Lines of it stand apart by LF. */
    public static Fault reply(String reply) {
        return new Fault((socket, usual) -> say(socket, reply), false);
    }

    /** Never answers again on this connection. */
    public static Fault hang() {
        return new Fault((socket, usual) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()), false);
    }

    /** Reads nothing more and says nothing more, with the connection left open. */
    public static Fault stall() {
        return new Fault((socket, usual) -> standStill(), false);
    }

    /** Closes the connection, as a server that is stopped does. */
    public static Fault drop() {
        return new Fault((socket, usual) -> socket.close(), false);
    }

    /** Resets the connection, as a firewall does. */
    public static Fault reset() {
        return new Fault(
                (socket, usual) -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                },
                false);
    }

    /** Answers what is no SMTP reply. */
    public static Fault garbage() {
        return reply("\u0001\u00ff<html>502 Bad Gateway</html>");
    }

    /** Answers what is right in ever more lines. */
    public static Fault enormous() {
        return new Fault(
                (socket, usual) -> {
                    var line = usual.substring(0, 3) + "-" + "and so on, ".repeat(8) + "\r\n";
                    for (int i = 0; i < ENDLESS_LINES; i++) {
                        socket.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
                    }
                    say(socket, usual);
                },
                false);
    }

    /** Answers what is right, each byte in a packet of its own. */
    public static Fault byteByByte() {
        return new Fault(
                (socket, usual) -> {
                    for (byte octet : (usual + "\r\n").getBytes(StandardCharsets.ISO_8859_1)) {
                        socket.getOutputStream().write(octet);
                        socket.getOutputStream().flush();
                    }
                },
                true);
    }

    /** Answers what is right, once this is done. */
    public static Fault meanwhile(Runnable deed) {
        return new Fault(
                (socket, usual) -> {
                    deed.run();
                    say(socket, usual);
                },
                true);
    }

    /** The same at the final dot, once the message was taken: what leaves the client without an answer. */
    public Fault afterTaking() {
        return new Fault(deed, true);
    }

    boolean takesTheMessage() {
        return takesTheMessage;
    }

    void strike(Socket socket, String usual) throws IOException {
        deed.on(socket, usual);
    }

    private static void standStill() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        if (reply.startsWith("421")) {
            socket.close();
        }
    }
}
