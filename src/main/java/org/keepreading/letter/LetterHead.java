package org.keepreading.letter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.PublicUrl;
import org.keepreading.newsletter.Contact;
import org.keepreading.newsletter.Newsletter;

/** The headers of an edition's messages: most are equal for all, and a few, which follow, are the reader's own. */
final class LetterHead {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);
    private static final int LONGEST_SENDER_ID = 15;
    private final Edition edition;
    private final MergeText subject;
    private final Newsletter newsletter;
    private final PublicUrl publicUrl;
    private final Instant date;
    private final Mailbox from;

    LetterHead(Edition edition, MergeText subject, PublicUrl publicUrl, Instant date) {
        this.edition = edition;
        this.subject = subject;
        this.newsletter = edition.newsletter();
        this.publicUrl = publicUrl;
        this.date = date;
        this.from = Mailbox.of(newsletter.sender().name(), newsletter.sender().address());
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

    Instant date() {
        return date;
    }

    List<Header> same() {
        return Stream.of(
                        originator(), isSubjectOwn() ? Stream.<Header>empty() : Stream.of(subject(field -> "")), bulk())
                .flatMap(headers -> headers)
                .toList();
    }

    List<Header> own(Recipient recipient) {
        var subject = isSubjectOwn() ? Stream.of(subject(recipient::value)) : Stream.<Header>empty();
        var others = Stream.of(
                recipient.mailbox().header("To"),
                Header.of("Message-ID", messageId(recipient)),
                unsubscribe(recipient));
        return Stream.concat(subject, others).toList();
    }

    /** Of the reader's own, the same for all. */
    List<String> ownNames() {
        var others = Stream.of("To", "Message-ID", "List-Unsubscribe");
        return Stream.concat(isSubjectOwn() ? Stream.of("Subject") : Stream.empty(), others)
                .toList();
    }

    private Stream<Header> originator() {
        var date = Header.of("Date", DATE.format(this.date.atZone(newsletter.zone())));
        return Stream.concat(Stream.of(date, from.header("From")), replyTo());
    }

    private Stream<Header> replyTo() {
        return Stream.ofNullable(newsletter.replyTo())
                .map(contact -> mailbox(contact).header("Reply-To"));
    }

    private static Mailbox mailbox(Contact contact) {
        return Mailbox.of("", contact.address());
    }

    /** Where a person answers (RFC 2369, section 3.1). */
    private Header help() {
        var person = newsletter.replyTo() == null ? from : mailbox(newsletter.replyTo());
        return Header.of("List-Help", "<" + person.link() + "?subject=Help>");
    }

    private boolean isSubjectOwn() {
        return subject.pieces().stream().anyMatch(Piece.Field.class::isInstance);
    }

    private Header subject(Function<MergeField, String> values) {
        return Header.text("Subject", new HeaderText(subject.filled(values)));
    }

    /** One-click unsubscribing (RFC 8058) needs the header List-Unsubscribe-Post as well. */
    private static Header unsubscribe(Recipient recipient) {
        return Header.of("List-Unsubscribe", "<" + recipient.unsubscribe().toASCIIString() + ">");
    }

    private Stream<Header> bulk() {
        return Stream.of(
                Header.of("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                Header.named("List-ID", new HeaderText(newsletter.title()), newsletter.key() + "." + from.domain()),
                Header.of("List-Archive", "<" + publicUrl.of("/archive/" + newsletter.key()) + ">"),
                help(),
                Header.of("List-Post", "NO"),
                Header.of("Precedence", "bulk"),
                Header.of("Auto-Submitted", "auto-generated"),
                Header.of("Feedback-ID", edition.id() + ":" + newsletter.key() + ":digest:" + senderId()),
                Header.of("Content-Language", newsletter.language().toLanguageTag()),
                Header.of("MIME-Version", "1.0"),
                new Header("Content-Type", List.of("multipart/alternative;", "boundary=\"" + boundary() + "\"")));
    }

    /** Between the parts: "=" is never literal in quoted-printable, so that no part can hold it. */
    String boundary() {
        return "=_" + newsletter.key() + "_";
    }

    /** What Gmail groups its complaint figures by: 5 to 15 characters, the same for all that this sender sends. */
    private String senderId() {
        var name = from.domain().replace('.', '-');
        return name.length() < 5 ? "mail-" + name : name.substring(0, Math.min(name.length(), LONGEST_SENDER_ID));
    }
}
