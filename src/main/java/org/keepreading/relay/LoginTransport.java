package org.keepreading.relay;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Jakarta Mail's, but it waits less for a login than for mail: RFC 5321, section 4.5.3.2, has minutes for commands that may work
 * through a message, and a check of a password works through none.
 */
final class LoginTransport extends SMTPTransport {
    private final RelaySocket socket;
    private final Duration patience;

    LoginTransport(Session session, RelaySettings settings, RelaySocket socket) {
        super(session, settings.url());
        this.socket = socket;
        this.patience = settings.loginTime();
    }

    @Override
    public synchronized int simpleCommand(String command) throws MessagingException {
        if (command.startsWith("AUTH ")) {
            hurry();
        }
        return super.simpleCommand(command);
    }

    private void hurry() throws MessagingException {
        try {
            socket.setSoTimeout((int) patience.toMillis());
        } catch (SocketException e) {
            throw new MessagingException("The relay is gone.", e);
        }
    }
}
