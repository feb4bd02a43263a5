package org.keepreading.subscriber;

import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;

/** An address that mail can be sent to (RFC 5321, section 4.1.2), without display name, comments or white space. */
public record EmailAddress(String value) {

    public EmailAddress {
        var wellFormed = JMail.tryParse(value)
                .filter(email -> email.comments().isEmpty()
                        && email.explicitSourceRoutes().isEmpty())
                .filter(email -> !email.isIpAddress() && value.chars().noneMatch(Character::isWhitespace))
                .filter(email -> !email.hasIdentifier())
                .isPresent();
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no email address. It should look like \"name@example.org\".");
        }
    }

    /** What two spellings of one address have in common: lower case, the domain in ASCII (RFC 5890). */
    public String key() {
        var at = value.lastIndexOf('@');
        return value.substring(0, at).toLowerCase(Locale.ROOT) + "@" + asciiDomain();
    }

    /** The domain as it goes over the wire where the relay has no SMTPUTF8. */
    public String asciiDomain() {
        return IDN.toASCII(value.substring(value.lastIndexOf('@') + 1), IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
