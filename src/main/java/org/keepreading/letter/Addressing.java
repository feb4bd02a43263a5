package org.keepreading.letter;

import java.net.URI;
import java.util.Optional;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Edition;
import org.keepreading.edition.PublicUrl;
import org.keepreading.relay.Message;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.Purpose;
import org.springframework.stereotype.Component;

/** Fills in whom a message goes to: their address, and the links that are theirs. */
@Component
class Addressing {
    private final LinkTokens links;
    private final PublicUrl publicUrl;

    /** Empty: the newsletter's own address. */
    private final Optional<String> envelopeSender;

    Addressing(LinkTokens links, PublicUrl publicUrl, EnvelopeSettings settings) {
        this.links = links;
        this.publicUrl = publicUrl;
        envelopeSender = Optional.ofNullable(settings.envelopeSender())
                .map(address -> Mailbox.of("", address).address());
    }

    /** @throws IllegalArgumentException where the reader's address is none */
    Message message(Letter letter, Edition edition, Reader reader) {
        return message(letter, recipient(edition, reader));
    }

    Message message(Letter letter, Recipient recipient) {
        var message = letter.message(recipient);
        return envelopeSender.map(message::from).orElse(message);
    }

    /** @throws IllegalArgumentException where their address is none */
    Recipient recipient(Edition edition, Reader reader) {
        var key = edition.newsletter().key().value();
        return new Recipient(
                reader.id(),
                new EmailAddress(reader.email()),
                reader.name(),
                url("/unsubscribe/" + links.token(Purpose.UNSUBSCRIBE, reader.id(), key)),
                url("/preferences/" + links.token(Purpose.PREFERENCES, reader.id(), key)),
                url("/archive/" + key + "/" + edition.slot()));
    }

    /** Of a test mail: they lead to pages that show what a reader would see. */
    Recipient tester(Edition edition, EmailAddress address, String token) {
        var test = "/test." + token;
        return new Recipient(
                0,
                address,
                null,
                url("/unsubscribe" + test),
                url("/preferences" + test),
                url("/archive/" + edition.newsletter().key() + test));
    }

    private URI url(String path) {
        return URI.create(publicUrl.of(path));
    }
}
