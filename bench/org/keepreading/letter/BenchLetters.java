package org.keepreading.letter;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Story;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Contact;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.relay.Message;

/** One letter of 60 KB, filled in for as many readers as one likes. */
public final class BenchLetters {
    private final Letter letter;

    /** @param way "signed", "signed-twice", or any other: unsigned */
    public BenchLetters(String way) {
        letter = letter(way);
    }

    public Message message(int number) {
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
                Duration.ofHours(2), null, new Newsletter.Sender("The Harbour", Contact.of(Story.SENDER)), null, "x", "digest",
                List.of(), null, 1, null, 0, null, List.of(new ListKey("daily")), "1 Quay Street, Porto", null, null,
                Look.PLAIN);
        return new Edition(1, newsletter, Instant.parse("2026-03-02T07:00:00Z"), null, List.of(), List.of());
    }

}
