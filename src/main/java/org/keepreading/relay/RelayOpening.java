package org.keepreading.relay;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.SocketFetcher;

/** Opens a connection: the socket is ours, greeting, EHLO, TLS and login are Jakarta Mail's. */
record RelayOpening(RelaySettings settings, SocketWatchdog watchdog) {

    RelayConnection open() throws MessagingException, IOException, GeneralSecurityException {
        var socket = new RelaySocket();
        watchdog.watch(socket);
        socket.hurry(settings.connectTime().plus(settings.replyTime()));
        try {
            return open(socket);
        } catch (MessagingException | IOException | GeneralSecurityException | RuntimeException e) {
            socket.abort();
            throw e;
        }
    }

    private RelayConnection open(RelaySocket socket) throws MessagingException, IOException, GeneralSecurityException {
        connect(socket);
        var tls = new TlsSockets(settings.tls());
        var properties = settings.session(tls);
        var session = new LoginTransport(Session.getInstance(properties), settings, socket);
        session.connect(
                settings.isEncrypted()
                        ? SocketFetcher.startTLS(socket, settings.host(), properties, settings.prefix())
                        : socket);
        checkLoggedIn(session, tls);
        socket.setSoTimeout((int) settings.replyTime().toMillis());
        return new RelayConnection(settings, session, new Wire(socket, tls.latestOr(socket)));
    }

    private void connect(Socket socket) throws IOException {
        socket.setTcpNoDelay(true); // else Nagle waits for the delayed ACK: 159 instead of 608 messages/s
        socket.setSoTimeout((int) settings.replyTime().toMillis());
        var address = new InetSocketAddress(settings.address(), settings.port());
        socket.connect(address, (int) settings.connectTime().toMillis());
    }

    /** Jakarta Mail goes on without login where the relay offers none. */
    private void checkLoggedIn(SMTPTransport session, TlsSockets tls) throws AuthenticationFailedException {
        if (!settings.username().isEmpty() && !session.supportsExtension("AUTH")) {
            var couldEncrypt = tls.isUnused() && session.supportsExtension("STARTTLS");
            throw new AuthenticationFailedException(couldEncrypt ? Diagnosis.LOGIN_ENCRYPTED : Diagnosis.NO_LOGIN);
        }
    }
}
