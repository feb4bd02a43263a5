package org.keepreading.delivery;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.subscriber.EmailAddress;

/** The headers of an edition's messages: most are equal for all, a few are the reader's own. */
final class LetterHead {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);
    private static final int LONGEST_SENDER_ID = 15;
    private final Edition edition;
    private final Newsletter newsletter;
    private final PublicUrl publicUrl;
    private final Instant date;
    private final Mailbox from;

    LetterHead(Edition edition, PublicUrl publicUrl, Instant date) {
        this.edition = edition;
        this.newsletter = edition.newsletter();
        this.publicUrl = publicUrl;
        this.date = date;
        this.from = Mailbox.of(
                newsletter.sender().name(), new EmailAddress(newsletter.sender().address()));
    }

    Mailbox from() {
        return from;
    }

    /** The same on every try, so that whoever gets a message twice is shown it once (RFC 5322, section 3.6.4). */
    String messageId(Recipient recipient) {
        return "<" + newsletter.key() + "." + edition.id() + "."
                + Long.toString(date.toEpochMilli(), Character.MAX_RADIX) + "." + recipient.subscriberId() + "@"
                + from.domain() + ">";
    }

    void addTo(Splices splices, MergeText subject) {
        originator().forEach(header -> splices.add(header.bytes()));
        addSubject(splices, subject);
        splices.add(recipient -> recipient.mailbox().header("To").bytes());
        splices.add(recipient -> Header.of("Message-ID", messageId(recipient)).bytes());
        splices.add(recipient -> unsubscribe(recipient).bytes());
        bulk().forEach(header -> splices.add(header.bytes()));
    }

    private Stream<Header> originator() {
        var date = Header.of("Date", DATE.format(this.date.atZone(newsletter.zone())));
        return Stream.concat(Stream.of(date, from.header("From")), replyTo());
    }

    private Stream<Header> replyTo() {
        return Stream.ofNullable(newsletter.replyTo())
                .map(address -> Mailbox.of("", new EmailAddress(address)).header("Reply-To"));
    }

    private static void addSubject(Splices splices, MergeText subject) {
        if (subject.pieces().stream().anyMatch(Piece.Field.class::isInstance)) {
            splices.add(recipient -> subject(subject, recipient::value).bytes());
        } else {
            splices.add(subject(subject, field -> "").bytes());
        }
    }

    private static Header subject(MergeText subject, Function<MergeField, String> values) {
        return Header.text("Subject", new HeaderText(subject.filled(values)));
    }

    /** One-click unsubscribing (RFC 8058) needs the list's headers {@link #bulk()} as well. */
    private static Header unsubscribe(Recipient recipient) {
        return Header.of("List-Unsubscribe", "<" + recipient.unsubscribe().toASCIIString() + ">");
    }

    private Stream<Header> bulk() {
        return Stream.of(
                Header.of("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                Header.named("List-ID", new HeaderText(newsletter.title()), newsletter.key() + "." + from.domain()),
                Header.of("List-Archive", "<" + publicUrl.of("/archive/" + newsletter.key()) + ">"),
                Header.of("List-Post", "NO"),
                Header.of("Precedence", "bulk"),
                Header.of("Auto-Submitted", "auto-generated"),
                Header.of("Feedback-ID", edition.id() + ":" + newsletter.key() + ":digest:" + senderId()),
                Header.of("Content-Language", newsletter.language().toLanguageTag()),
                Header.of("MIME-Version", "1.0"));
    }

    /** What Gmail groups its complaint figures by: 5 to 15 characters, the same for all that this sender sends. */
    private String senderId() {
        var name = from.domain().replace('.', '-');
        return name.length() < 5 ? "mail-" + name : name.substring(0, Math.min(name.length(), LONGEST_SENDER_ID));
    }
}
