package org.keepreading.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Jakarta Mail's own transport on a connection that is kept open, with Nagle's algorithm (its default) or without. */
final class JakartaConnection implements AutoCloseable {
    private final SMTPTransport transport;

    JakartaConnection(Session session, int port, boolean noDelay) throws IOException, MessagingException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(noDelay);
        transport = new SMTPTransport(session, new URLName("smtp", "127.0.0.1", port, null, null, null));
        transport.connect(socket);
    }

    void send(MimeMessage message, Address... recipients) throws MessagingException {
        transport.sendMessage(message, recipients);
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
