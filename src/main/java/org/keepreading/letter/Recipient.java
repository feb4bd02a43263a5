package org.keepreading.letter;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.MergeField;

/**
 * Whom a message goes to, and the links in it that are theirs.
 *
 * @param subscriberId 0 for a proof, whose reader need not be a subscriber
 * @param unsubscribe answers a one-click POST (RFC 8058)
 * @param web the edition as a web page
 */
public record Recipient(
        long subscriberId, EmailAddress email, @Nullable String name, URI unsubscribe, URI preferences, URI web) {

    /** What stands in a field's place in this reader's message, before it is escaped. */
    String value(MergeField field) {
        return switch (field) {
            case NAME -> new HeaderText(shownName()).value();
            case EMAIL -> email.value();
            case UNSUBSCRIBE_URL -> unsubscribe.toASCIIString();
            case PREFERENCES_URL -> preferences.toASCIIString();
            case WEB_URL -> web.toASCIIString();
        };
    }

    Mailbox mailbox() {
        return Mailbox.of(shownName(), email);
    }

    private String shownName() {
        return name == null ? "" : name;
    }
}
