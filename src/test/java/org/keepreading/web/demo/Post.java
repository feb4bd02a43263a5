package org.keepreading.web.demo;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Properties;

/** Digests for the catcher, over a socket. */
final class Post {
    private Post() {}

    static void send(MailCatcher relay, MimeMessage message) throws MessagingException {
        send(relay, message, 1);
    }

    static void send(MailCatcher relay, MimeMessage message, int times) throws MessagingException {
        try (var transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", relay.port(), null, null);
            for (var i = 0; i < times; i++) {
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    static MimeMessage digest(String name, String subject) throws MessagingException, IOException {
        return digest(name, subject, "<p>Good morning, " + name + ".</p>");
    }

    static MimeMessage digest(String name, String subject, String html) throws MessagingException, IOException {
        var message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress("daily@harbour.example", "The Harbour", "UTF-8"));
        message.setRecipient(RecipientType.TO, new InternetAddress("yuto@example.org", name, "UTF-8"));
        message.setSubject(subject, "UTF-8");
        message.setContent(
                new MimeMultipart("alternative", part("Good morning, " + name + ".", "plain"), part(html, "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, "UTF-8", subtype);
        return part;
    }
}
