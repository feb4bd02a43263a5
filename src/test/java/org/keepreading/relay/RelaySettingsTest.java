package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How long a relay is waited for, and when it is talked to in clear. */
class RelaySettingsTest {
    private final JavaMailSenderImpl mail = new JavaMailSenderImpl();

    @Test
    void requireStartTlsOfARelaySomewhereElse() {
        mail.setHost("192.0.2.1");

        assertThat(properties())
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(settings().port()).isEqualTo(587);
    }

    @Test
    void askNoTlsOfARelayOnThisMachine() {
        mail.setHost("127.0.0.1");

        assertThat(properties()).containsEntry("mail.smtp.starttls.required", "false");
        assertThat(settings().isEncrypted()).isFalse();
    }

    @Test
    void speakTlsFromTheFirstByteOnItsPort() {
        mail.setHost("192.0.2.1");
        mail.setPort(465);

        assertThat(settings().isEncrypted()).isTrue();
        assertThat(properties()).containsEntry("mail.smtp.starttls.required", "false");
    }

    @Test
    void knowTheProtocolThatIsEncrypted() {
        mail.setHost("192.0.2.1");
        mail.setProtocol("smtps");

        assertThat(settings().isEncrypted()).isTrue();
        assertThat(settings().prefix()).isEqualTo("mail.smtps");
    }

    @Test
    void waitForNothingForEver() {
        assertThat(settings().connectTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings().replyTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings().loginTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings().writeTime()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void letTheAdminsSettingsWin() {
        mail.setHost("192.0.2.1");
        mail.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "60000");

        assertThat(properties()).containsEntry("mail.smtp.starttls.required", "false");
        assertThat(settings().replyTime()).isEqualTo(Duration.ofMinutes(1));
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        assertThat(settings().loginTime()).as("no longer than for a reply").isEqualTo(Duration.ofSeconds(5));
    }

    private RelaySettings settings() {
        return new RelaySettings(mail);
    }

    private Properties properties() {
        return settings().session(new TlsSockets((SSLSocketFactory) SSLSocketFactory.getDefault()));
    }
}
