package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Edition;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.edition.Variant;
import org.keepreading.letter.TestMails.TestMail;
import org.keepreading.relay.Message;
import org.keepreading.relay.NotTaken;
import org.keepreading.relay.Relays;
import org.springframework.stereotype.Component;

/** An edition as one reader would get it, to look at before it is sent; nothing of it is recorded. */
@Component
public class Proofs {
    private static final String TEST = "[Test] ";

    private final Addressing addressing;
    private final LetterEncoder encoder;
    private final Relays relays;
    private final TestMails tests;
    private final Clock clock;

    Proofs(Addressing addressing, LetterEncoder encoder, Relays relays, TestMails tests, Clock clock) {
        this.addressing = addressing;
        this.encoder = encoder;
        this.relays = relays;
        this.tests = tests;
        this.clock = clock;
    }

    /**
     * As a test: its subject says so, and its links lead to pages that change nothing.
     *
     * @throws NotTaken where the relay does not take it
     */
    public void send(Edition edition, Variant variant, EmailAddress address) {
        var message = test(edition, variant, address);
        relays.send(edition.newsletter().key().value(), message);
    }

    private Message test(Edition edition, Variant variant, EmailAddress address) {
        var token = TestMails.token();
        var tester = addressing.tester(edition, address, token);
        tests.keep(token, new TestMail(edition.newsletter().key(), html(variant, tester)));
        return addressing.message(encoder.letter(edition, marked(variant), clock.instant()), tester);
    }

    private static Variant marked(Variant variant) {
        var subject = Stream.concat(Stream.of(new Piece.Words(TEST)), variant.subject().pieces().stream());
        return new Variant(new MergeText(subject.toList()), variant.html(), variant.text());
    }

    private static String html(Variant variant, Recipient recipient) {
        return variant.html().filled(field -> Escaping.HTML.escape(recipient.value(field)));
    }

    /** As files, for this reader: the same bytes as they would be mailed now, their links theirs. */
    public Copy copy(Edition edition, Variant variant, Reader reader) {
        var recipient = addressing.recipient(edition, reader);
        return new Copy(
                variant.subject().filled(recipient::value),
                html(variant, recipient),
                variant.text().filled(recipient::value),
                wire(message(edition, variant, reader)));
    }

    private Message message(Edition edition, Variant variant, Reader reader) {
        var letter = encoder.letter(edition, variant, clock.instant());
        return addressing.message(letter, edition, reader);
    }

    private static String wire(Message message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such trouble
        }
    }

    /**
     * A reader's copy.
     *
     * @param message as it would go over the wire
     */
    public record Copy(String subject, String html, String text, String message) {}
}
