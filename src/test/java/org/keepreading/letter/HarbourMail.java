package org.keepreading.letter;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Contact;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;

/** A small newsroom, its daily and its readers. */
public record HarbourMail(
        String title, String sender, @Nullable String replyTo, Instant frozenAt) {
    public static final HarbourMail DAILY = new HarbourMail(
            "The Harbour Daily", "The Harbour", "editors@harbour.example", Instant.parse("2026-03-02T07:00:00Z"));
    public static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://news.harbour.example"));

    public Letter letter(MergeText subject, MergeText text, MergeText html) {
        return Letter.of(edition(), new Variant(subject, html, text), PUBLIC_URL, frozenAt);
    }

    public Letter letter() {
        return letter(text("The new quay opens"), text("Good morning, ", MergeField.NAME), text("<p>Good morning</p>"));
    }

    public Edition edition() {
        return new Edition(17, newsletter(), frozenAt, null, List.of(), List.of());
    }

    private Newsletter newsletter() {
        return new Newsletter(
                new NewsletterKey("daily"),
                title,
                Locale.ENGLISH,
                ZoneId.of("Europe/Lisbon"),
                null,
                Duration.ofHours(2),
                null,
                new Newsletter.Sender(sender, Contact.of("daily@harbour.example")),
                replyTo == null ? null : Contact.of(replyTo),
                "${lead.headline}",
                "digest",
                List.of(),
                null,
                1,
                null,
                0,
                null,
                List.of(new ListKey("daily")),
                "1 Quay Street, Porto",
                null,
                null,
                Look.PLAIN);
    }

    public static Recipient ada() {
        return reader("ada@example.org", "Ada Lovelace");
    }

    public static Recipient reader(String address, @Nullable String name) {
        return new Recipient(
                42,
                new EmailAddress(address),
                name,
                URI.create("https://news.harbour.example/unsubscribe/token-of-42"),
                URI.create("https://news.harbour.example/preferences/token-of-42"),
                URI.create("https://news.harbour.example/archive/daily/2026-03-02T07:00:00Z"));
    }

    /** Strings are words, the rest {@link MergeField}s. */
    public static MergeText text(Object... pieces) {
        return new MergeText(List.of(pieces).stream().map(HarbourMail::piece).toList());
    }

    private static Piece piece(Object piece) {
        return piece instanceof MergeField field ? new Piece.Field(field) : new Piece.Words((String) piece);
    }
}
