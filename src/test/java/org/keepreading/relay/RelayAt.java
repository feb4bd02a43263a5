package org.keepreading.relay;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The relay of a test: a port of this machine. */
public record RelayAt(JavaMailSenderImpl settings) {

    public static RelayAt port(int port) {
        var settings = new JavaMailSenderImpl();
        settings.setHost("localhost");
        settings.setPort(port);
        return new RelayAt(settings).with("timeout", "30000").with("writetimeout", "30000");
    }

    public RelayAt impatient() {
        return with("timeout", "1000").with("writetimeout", "1000");
    }

    public RelayAt with(String property, String value) {
        settings.getJavaMailProperties().setProperty("mail.smtp." + property, value);
        return this;
    }

    /** As for a relay that is not on this machine. */
    public RelayAt startTls() {
        return with("starttls.enable", "true").with("starttls.required", "true");
    }

    public RelayAt trusting(TestCertificate certificate) throws GeneralSecurityException {
        settings.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", certificate.trusted());
        return this;
    }

    public RelayAt login(String user, String password) {
        settings.setUsername(user);
        settings.setPassword(password);
        return this;
    }

    public RelayConnection open() throws RelayTrouble {
        return relay().open();
    }

    public RelayServer relay() {
        return new RelayServer(Optional.of(settings));
    }
}
