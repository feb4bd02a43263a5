package org.keepreading.letter;

import java.net.IDN;
import java.util.Locale;

/**
 * A domain that answers for messages by its signature.
 *
 * @param value in ASCII and lower case
 */
public record SigningDomain(String value) {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public SigningDomain {
        var given = value;
        value = ascii(given.strip());
        if (value.length() > 253 || !value.matches(LABEL + "(\\." + LABEL + ")+")) {
            throw new IllegalArgumentException(
                    "\"" + given
                            + "\" is no domain. Write the part behind the @ of your sender's address, such as news.example.org.");
        }
    }

    /** Whether DMARC takes its signature for one of this domain's (relaxed alignment, RFC 7489, section 3.1.1). */
    public boolean answersFor(String asciiDomain) {
        return asciiDomain.equals(value) || asciiDomain.endsWith("." + value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain; // which is refused
        }
    }
}
