package org.keepreading.delivery;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The relay of a test: a port of this machine. */
record RelayAt(JavaMailSenderImpl settings) {

    static RelayAt port(int port) {
        var settings = new JavaMailSenderImpl();
        settings.setHost("localhost");
        settings.setPort(port);
        return new RelayAt(settings).with("timeout", "30000").with("writetimeout", "30000");
    }

    RelayAt impatient() {
        return with("timeout", "1000").with("writetimeout", "1000");
    }

    RelayAt with(String property, String value) {
        settings.getJavaMailProperties().setProperty("mail.smtp." + property, value);
        return this;
    }

    /** As for a relay that is not on this machine. */
    RelayAt startTls() {
        return with("starttls.enable", "true").with("starttls.required", "true");
    }

    RelayAt trusting(TestCertificate certificate) throws GeneralSecurityException {
        settings.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", certificate.trusted());
        return this;
    }

    RelayAt login(String user, String password) {
        settings.setUsername(user);
        settings.setPassword(password);
        return this;
    }

    RelayConnection open() throws RelayTrouble {
        return relay().open();
    }

    Relay relay() {
        return new Relay(Optional.of(settings));
    }
}
