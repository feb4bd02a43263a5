package org.keepreading.delivery;

import com.sun.management.OperatingSystemMXBean;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.subscriber.EmailAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends one letter of 60 KB to many readers, through our connections or Jakarta Mail's sendMessage: see bench/README.md. */
final class TransportBench {
    private final int port;
    private final int connections;
    private final int messages;
    private final AtomicInteger next = new AtomicInteger();
    private final Letter letter;

    private TransportBench(int port, int connections, int messages, Letter letter) {
        this.letter = letter;
        this.port = port;
        this.connections = connections;
        this.messages = messages;
    }

    /** PORT CONNECTIONS MESSAGES spliced|signed|signed-twice|angus */
    public static void main(String[] words) throws Exception {
        var bench = new TransportBench(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]), letter(words[3]));
        Callable<Void> sender = words[3].equals("angus") ? bench::sendByAngus : bench::sendSpliced;
        bench.run(sender, bench.messages / 5); // until it is compiled
        bench.report(words[3], sender);
    }

    private void report(String name, Callable<Void> sender) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = system.getProcessCpuTime();
        var start = System.nanoTime();
        run(sender, messages);
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d messages of %,d bytes, %d connections: %,.0f/s, %.3f CPU s per 1,000%n",
                name, messages, message(0).size(), connections, messages / seconds, cpuSeconds * 1000 / messages);
    }

    private void run(Callable<Void> sender, int count) throws Exception {
        next.set(count);
        var threads = Executors.newFixedThreadPool(connections);
        for (var done : threads.invokeAll(Collections.nCopies(connections, sender))) {
            done.get();
        }
        threads.shutdown();
    }

    private Void sendSpliced() throws RelayTrouble {
        var settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        try (var relay = new Relay(Optional.of(settings)); var connection = relay.open()) {
            for (int number = next.getAndDecrement(); number > 0; number = next.getAndDecrement()) {
                var outcome = connection.send(message(number));
                if (!(outcome instanceof Outcome.Accepted)) {
                    throw new IllegalStateException(outcome.toString());
                }
            }
        }
        return null;
    }

    private Void sendByAngus() throws Exception {
        var properties = new Properties();
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int number = next.getAndDecrement(); number > 0; number = next.getAndDecrement()) {
                var message = message(number);
                transport.sendMessage(
                        new Written(session, message), new InternetAddress[] {new InternetAddress(message.recipient())});
            }
        }
        return null;
    }

    private Message message(int number) {
        return letter.message(new Recipient(
                number,
                new EmailAddress("reader" + number + "@example.org"),
                "Reader " + number,
                URI.create("https://news.harbour.example/unsubscribe/0123456789012345678901234567890123456789-" + number),
                URI.create("https://news.harbour.example/preferences/0123456789012345678901234567890123456789-" + number),
                URI.create("https://news.harbour.example/archive/daily/2026-03-02T07:00:00Z")));
    }

    private static Letter letter(String way) {
        return switch (way) {
            case "signed" -> letter().signedBy(List.of(key(SigningAlgorithm.RSA)));
            case "signed-twice" -> letter().signedBy(List.of(key(SigningAlgorithm.RSA), key(SigningAlgorithm.ED25519)));
            default -> letter();
        };
    }

    private static SigningKey key(SigningAlgorithm algorithm) {
        var pkcs8 = Base64.getEncoder().encodeToString(algorithm.generate().getPrivate().getEncoded());
        return new SigningKey(new SigningDomain("harbour.example"), "quay", algorithm, pkcs8);
    }

    private static Letter letter() {
        var line = "The ferries run again, and the café on the quay has opened its doors = at last.\n";
        var words = new Piece.Words(line.repeat(160));
        var html = new Piece.Words(("<p style=\"margin:0\">" + line.strip() + "</p>\n").repeat(370));
        var fields = List.of(MergeField.NAME, MergeField.WEB_URL, MergeField.PREFERENCES_URL, MergeField.UNSUBSCRIBE_URL);
        var subject = new MergeText(List.of(new Piece.Words("The new quay opens")));
        return Letter.of(edition(), new Variant(subject, text(html, fields), text(words, fields)),
                new PublicUrl(URI.create("https://news.harbour.example")), Instant.parse("2026-03-02T07:00:00Z"));
    }

    private static MergeText text(Piece words, List<MergeField> fields) {
        return new MergeText(fields.stream()
                .flatMap(field -> Stream.of(
                        new Piece.Field(field), field == MergeField.WEB_URL ? words : new Piece.Words("\n")))
                .toList());
    }

    private static Edition edition() {
        var newsletter = new Newsletter(new NewsletterKey("daily"), "The Harbour Daily", Locale.ENGLISH, ZoneId.of("UTC"), null,
                Duration.ofHours(2), null, new Newsletter.Sender("The Harbour", "daily@harbour.example"), null, "x", "digest",
                List.of(), 1, null, 0, null, List.of("daily"), "1 Quay Street, Porto", null);
        return new Edition(1, newsletter, Instant.parse("2026-03-02T07:00:00Z"), null, List.of(), List.of());
    }

    /** The same bytes as Jakarta Mail takes them. */
    private static final class Written extends MimeMessage {
        private final Message message;

        Written(Session session, Message message) throws MessagingException {
            super(session);
            this.message = message;
            setFrom(message.sender());
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            message.writeTo(out);
        }
    }
}
