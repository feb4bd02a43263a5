package org.keepreading.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.subscriber.EmailAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends one letter of 60 KB to many readers, through our connections or Jakarta Mail's sendMessage: see bench/README.md. */
final class TransportBench {
    private final int port;
    private final Letter letter;

    private TransportBench(int port, Letter letter) {
        this.port = port;
        this.letter = letter;
    }

    /** @param words NAME PORT CONNECTIONS MESSAGES spliced|data|signed|signed-twice|angus|angus-nodelay */
    public static void main(String... words) throws Exception {
        var race = new Race(words[0], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        var bench = new TransportBench(Integer.parseInt(words[1]), letter(words[4]));
        race.run(bench.lane(words[4]), bench.message(1).size());
    }

    private Race.Lane lane(String way) {
        return switch (way) {
            case "angus" -> next -> sendByAngus(next, false);
            case "angus-nodelay" -> next -> sendByAngus(next, true);
            case "data" -> next -> sendByUs(next, "-1");
            default -> next -> sendByUs(next, "1");
        };
    }

    private void sendByUs(IntSupplier next, String chunksize) throws RelayTrouble {
        var settings = new JavaMailSenderImpl();
        settings.getJavaMailProperties().setProperty("mail.smtp.chunksize", chunksize);
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        try (var relay = new Relay(Optional.of(settings)); var connection = relay.open()) {
            for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
                var outcome = connection.send(message(number));
                if (!(outcome instanceof Outcome.Accepted)) {
                    throw new IllegalStateException(outcome.toString());
                }
            }
        }
    }

    private void sendByAngus(IntSupplier next, boolean noDelay) throws Exception {
        var session = Session.getInstance(new Properties());
        try (var transport = new JakartaConnection(session, port, noDelay)) {
            for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
                var message = message(number);
                transport.send(new Written(session, message), new Address[] {new InternetAddress(message.recipient())});
            }
        }
    }

    private Message message(int number) {
        return letter.message(new Recipient(
                number,
                new EmailAddress(Story.address(number)),
                "Reader " + number,
                URI.create(Story.link("unsubscribe", number)),
                URI.create(Story.link("preferences", number)),
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
        var fields = List.of(MergeField.NAME, MergeField.WEB_URL, MergeField.PREFERENCES_URL, MergeField.UNSUBSCRIBE_URL);
        var subject = new MergeText(List.of(new Piece.Words(Story.SUBJECT)));
        return Letter.of(edition(), new Variant(subject, text(Story.HTML, fields), text(Story.TEXT, fields)),
                new PublicUrl(URI.create("https://news.harbour.example")), Instant.parse("2026-03-02T07:00:00Z"));
    }

    private static MergeText text(String words, List<MergeField> fields) {
        return new MergeText(fields.stream()
                .<Piece>flatMap(field -> Stream.of(
                        new Piece.Field(field), new Piece.Words(field == MergeField.WEB_URL ? words : "\n")))
                .toList());
    }

    private static Edition edition() {
        var newsletter = new Newsletter(new NewsletterKey("daily"), "The Harbour Daily", Locale.ENGLISH, ZoneId.of("UTC"), null,
                Duration.ofHours(2), null, new Newsletter.Sender("The Harbour", Story.SENDER), null, "x", "digest",
                List.of(), null, 1, null, 0, null, List.of("daily"), "1 Quay Street, Porto", null, null,
                Look.PLAIN);
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
