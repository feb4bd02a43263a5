package org.keepreading.delivery;

import java.net.URI;
import java.util.Optional;
import org.keepreading.edition.Edition;
import org.keepreading.edition.PublicUrl;
import org.keepreading.subscriber.EmailAddress;
import org.keepreading.subscriber.Links;
import org.keepreading.subscriber.Purpose;
import org.springframework.stereotype.Component;

/** Fills in whom a message goes to: their address, and the links that are theirs. */
@Component
class Addressing {
    private final Links links;
    private final PublicUrl publicUrl;

    /** Empty: the newsletter's own address. */
    private final Optional<String> envelopeSender;

    Addressing(Links links, PublicUrl publicUrl, SenderSettings settings) {
        this.links = links;
        this.publicUrl = publicUrl;
        envelopeSender = Optional.of(settings.envelopeSender())
                .filter(address -> !address.isBlank())
                .map(address -> Mailbox.of("", new EmailAddress(address)).address());
    }

    /** @throws IllegalArgumentException where the reader's address is none */
    Message message(Letter letter, Edition edition, Reader reader) {
        var message = letter.message(recipient(edition, reader));
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

    private URI url(String path) {
        return URI.create(publicUrl.of(path));
    }
}
