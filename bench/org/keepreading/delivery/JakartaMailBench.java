package org.keepreading.delivery;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.function.IntSupplier;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The same letter as a program without us would send it, by Jakarta Mail or Spring: see bench/README.md. */
final class JakartaMailBench {
    private final int port;
    private final Session session = Session.getInstance(new Properties());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    private JakartaMailBench(int port) {
        this.port = port;
        sender.setHost("127.0.0.1");
        sender.setPort(port);
    }

    /** @param words NAME PORT CONNECTIONS MESSAGES loop|loop-nodelay|spring */
    public static void main(String... words) throws Exception {
        var race = new Race(words[0], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        var bench = new JakartaMailBench(Integer.parseInt(words[1]));
        race.run(bench.lane(words[4]), bench.size());
    }

    private Race.Lane lane(String way) {
        return switch (way) {
            case "loop" -> next -> sendInLoop(next, false);
            case "loop-nodelay" -> next -> sendInLoop(next, true);
            default -> this::sendBySpring;
        };
    }

    private void sendInLoop(IntSupplier next, boolean noDelay) throws Exception {
        try (var transport = new JakartaConnection(session, port, noDelay)) {
            for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
                var message = message(number);
                transport.send(message, message.getAllRecipients());
            }
        }
    }

    /** Opens a connection for each message. */
    private void sendBySpring(IntSupplier next) throws MessagingException {
        for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom(Story.SENDER);
            helper.setTo(Story.address(number));
            helper.setSubject(Story.SUBJECT);
            helper.setText(words(Story.TEXT, number), words(Story.HTML, number));
            addUnsubscribing(message, number);
            sender.send(message);
        }
    }

    private MimeMessage message(int number) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(Story.SENDER);
        message.setRecipient(RecipientType.TO, new InternetAddress(Story.address(number)));
        message.setSubject(Story.SUBJECT, "UTF-8");
        message.setContent(new MimeMultipart(
                "alternative", part(words(Story.TEXT, number), "plain"), part(words(Story.HTML, number), "html")));
        addUnsubscribing(message, number);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, "UTF-8", subtype);
        return part;
    }

    private static void addUnsubscribing(MimeMessage message, int number) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + Story.link("unsubscribe", number) + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String words(String words, int number) {
        return "Reader " + number + "\n" + words + Story.link("unsubscribe", number) + "\n";
    }

    private int size() throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message(1).writeTo(bytes);
        return bytes.size();
    }
}
