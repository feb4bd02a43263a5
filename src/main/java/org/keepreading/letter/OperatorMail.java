package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.keepreading.address.EmailAddress;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.relay.Message;
import org.keepreading.relay.NotTaken;
import org.keepreading.relay.Relays;
import org.springframework.stereotype.Component;

/** A few words by mail to whoever runs this, from a newsletter's sender. */
@Component
public class OperatorMail {
    private final Relays relays;
    private final Clock clock;

    OperatorMail(Relays relays, Clock clock) {
        this.relays = relays;
        this.clock = clock;
    }

    /** @throws NotTaken where the relay does not take it */
    public void send(Newsletter from, EmailAddress to, String subject, String text) {
        relays.send(from.key().value(), message(from, to, subject, text));
    }

    private Message message(Newsletter newsletter, EmailAddress address, String subject, String text) {
        var from = Mailbox.of(newsletter.sender().name(), newsletter.sender().address());
        var to = Mailbox.of("", address);
        var id = "<" + UUID.randomUUID() + "@" + from.domain() + ">";
        var bytes = new ByteArrayOutputStream();
        headers(from, to, id, subject).forEach(header -> bytes.writeBytes(header.bytes()));
        bytes.writeBytes("\r\n".getBytes(US_ASCII));
        new QuotedPrintable(bytes).write(text + "\n");
        return new Message(id, from.address(), to.address(), List.of(bytes.toByteArray()));
    }

    private Stream<Header> headers(Mailbox from, Mailbox to, String id, String subject) {
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return Stream.of(
                Header.of("Date", now),
                from.header("From"),
                to.header("To"),
                Header.text("Subject", new HeaderText(subject)),
                Header.of("Message-ID", id),
                Header.of("Auto-Submitted", "auto-generated"),
                Header.of("MIME-Version", "1.0"),
                Header.of("Content-Type", "text/plain; charset=utf-8"),
                Header.of("Content-Transfer-Encoding", "quoted-printable"));
    }
}
