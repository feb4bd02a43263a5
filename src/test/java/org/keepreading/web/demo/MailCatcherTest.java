package org.keepreading.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.SettableClock;
import org.springframework.context.support.GenericApplicationContext;

class MailCatcherTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MailCatcher catcher = MailCatcher.start(new SettableClock("2026-03-02T07:00:00Z"));

    @AfterEach
    void close() {
        catcher.close();
    }

    @Test
    void keepsWhatIsSentToIt() throws Exception {
        send(digest("天野 勇人", "The ferry — and the bridge"));

        assertThat(catcher.messages()).singleElement().satisfies(message -> {
            assertThat(message.number()).isEqualTo(1);
            assertThat(message.to()).isEqualTo("yuto@example.org");
            assertThat(message.name()).isEqualTo("天野 勇人");
            assertThat(message.subject()).isEqualTo("The ferry — and the bridge");
            assertThat(message.caughtAt()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        });
    }

    @Test
    void opensBothPartsOfAMessage() throws Exception {
        send(digest("Inês", "Good morning"));

        var opened = OpenedMessage.of(catcher.messages().get(0).source());

        assertThat(opened.text()).isEqualTo("Good morning, Inês.");
        assertThat(opened.html()).isEqualTo("<p>Good morning, Inês.</p>");
    }

    @Test
    void listsTheNewestFirstAndThoseAfterAGivenOne() throws Exception {
        send(digest("Ada", "One"));
        send(digest("Ada", "Two"));
        send(digest("Ada", "Three"));

        assertThat(catcher.messages()).extracting(CaughtMessage::subject).containsExactly("Three", "Two", "One");
        assertThat(catcher.after(1)).extracting(CaughtMessage::subject).containsExactly("Three", "Two");
        assertThat(catcher.find(2)).map(CaughtMessage::subject).contains("Two");
        assertThat(catcher.find(4)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenItIsFull() throws Exception {
        var message = digest("Ada", "One of many");

        try (var transport = connected()) {
            for (var i = 0; i < MailCatcher.KEPT + 2; i++) {
                transport.sendMessage(message, message.getAllRecipients());
            }
        }

        assertThat(catcher.caught()).isEqualTo(MailCatcher.KEPT + 2L);
        assertThat(catcher.messages()).hasSize(MailCatcher.KEPT);
        assertThat(catcher.find(2)).isEmpty();
        assertThat(catcher.find(3)).isPresent();
    }

    @Test
    void findsNoPartsInWhatCannotBeTakenApart() {
        assertThat(OpenedMessage.of("Content-Type: multipart/mixed\r\n\r\nnothing that could be taken apart")
                        .html())
                .isNull();
    }

    @Test
    void waitsForSoManyMessages() throws Exception {
        send(digest("Ada", "One"));

        assertThat(catcher.await(1, SOON)).isTrue();
        assertThat(catcher.await(2, Duration.ZERO)).isFalse();
    }

    @Test
    void listensOnOneLoopbackAddressAlone() {
        assertThat(canConnectTo("127.0.0.1", catcher.port())).isTrue();
        assertThat(canConnectTo("127.0.0.2", catcher.port())).isFalse();
    }

    @Test
    void becomesTheRelayOfAnApplicationAndIsClosedWithIt() {
        var context = new GenericApplicationContext();

        MailCatcher.install(context);
        context.refresh();

        var installed = context.getBean(MailCatcher.class);
        assertThat(context.getEnvironment().getProperty("spring.mail.port", Integer.class))
                .isEqualTo(installed.port());
        assertThat(context.getEnvironment().getProperty("spring.mail.host")).isEqualTo("127.0.0.1");
        context.close();
        assertThat(canConnectTo("127.0.0.1", installed.port())).isFalse();
    }

    private static boolean canConnectTo(String host, int port) {
        try (var socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void send(MimeMessage message) throws MessagingException {
        try (var transport = connected()) {
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Transport connected() throws MessagingException {
        var transport = Session.getInstance(new Properties()).getTransport("smtp");
        transport.connect("127.0.0.1", catcher.port(), null, null);
        return transport;
    }

    private static MimeMessage digest(String name, String subject) throws MessagingException, IOException {
        var message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress("daily@harbour.example", "The Harbour", "UTF-8"));
        message.setRecipient(RecipientType.TO, new InternetAddress("yuto@example.org", name, "UTF-8"));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart(
                "alternative",
                part("Good morning, " + name + ".", "plain"),
                part("<p>Good morning, " + name + ".</p>", "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, "UTF-8", subtype);
        return part;
    }
}
