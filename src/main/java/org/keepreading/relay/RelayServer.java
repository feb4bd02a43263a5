package org.keepreading.relay;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.keepreading.relay.RelayTrouble.Cure;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server that takes mail from us. */
class RelayServer implements AutoCloseable {
    private final String name;
    private final Optional<JavaMailSenderImpl> sender;
    private final SocketWatchdog watchdog = new SocketWatchdog();

    /** @param name what the settings call it */
    RelayServer(String name, Optional<JavaMailSenderImpl> sender) {
        this.name = name;
        this.sender = sender;
    }

    /** One that has no name but its host and port. */
    RelayServer(Optional<JavaMailSenderImpl> sender) {
        this("", sender);
    }

    /** A connection that is greeted, encrypted and logged in. */
    RelayConnection open() throws RelayTrouble {
        var settings = new RelaySettings(sender.orElseThrow(RelayServer::noneSet));
        if (settings.host().isEmpty()) {
            throw noneSet();
        }
        try {
            return new RelayOpening(settings, watchdog).open();
        } catch (MessagingException | IOException | GeneralSecurityException e) {
            throw new Diagnosis(settings.name(), settings.username(), settings.loginTime()).of(e);
        }
    }

    /** For sentences and figures; empty: none is set. */
    String name() {
        return name.isEmpty() ? address() : name;
    }

    /** Empty: none is set. */
    String host() {
        return sender.map(RelaySettings::new).map(RelaySettings::host).orElse("");
    }

    @Override
    public void close() {
        watchdog.close();
    }

    private String address() {
        return sender.map(RelaySettings::new)
                .filter(settings -> !settings.host().isEmpty())
                .map(RelaySettings::name)
                .orElse("");
    }

    private static RelayTrouble noneSet() {
        return new RelayTrouble(
                "No relay is set. Put the host of an SMTP server that takes your mail into spring.mail.host.",
                Cure.PERSON);
    }
}
