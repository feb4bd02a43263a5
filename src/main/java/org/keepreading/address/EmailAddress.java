package org.keepreading.address;

import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to (RFC 5321, section 4.1.2), with the domain in any script. Without quotes, letters beyond
 * ASCII before the "@", display name, comments or white space: what it holds is safe in a header and in an SMTP command.
 */
public record EmailAddress(String value) {
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\P{ASCII}-]{1,64}");

    /** What the JDK, which knows IDNA 2003 alone, would turn into another domain than registries do today (RFC 5894, 7.2). */
    private static final Pattern READ_TWO_WAYS = Pattern.compile("[ßẞς\\p{Cf}]");

    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9.-]{1,253}");

    public EmailAddress {
        refuseUnless(isWellFormed(value), value, "is no email address. It should look like \"name@example.org\".");
        refuseUnless(
                value.substring(0, value.lastIndexOf('@')).chars().allMatch(letter -> letter < 0x80),
                value,
                "is not plain ASCII before the @, and relays take no such address. Ask for one in letters from a to z.");
        refuseUnless(
                !READ_TWO_WAYS.matcher(value).find(),
                value,
                "has a domain that can be read in two ways. Write it in its ASCII form, which begins with \"xn--\".");
    }

    private static void refuseUnless(boolean fine, String value, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException("\"" + value + "\" " + otherwise);
        }
    }

    /** What two spellings of one address have in common: lower case, the domain in ASCII (RFC 5890). */
    public String key() {
        return localPart(value).toLowerCase(Locale.ROOT) + "@" + asciiDomain();
    }

    /** The domain as it goes over the wire where the relay has no SMTPUTF8. */
    public String asciiDomain() {
        return asciiDomain(value);
    }

    /** What may be shown to whoever holds a link: enough to know one's own address by, too little to learn it from. */
    public String masked() {
        return value.charAt(0) + "•••" + value.substring(value.lastIndexOf('@'));
    }

    private static boolean isWellFormed(String value) {
        return JMail.tryParse(value)
                .filter(email -> LOCAL_PART.matcher(localPart(value)).matches() && !email.isIpAddress())
                .filter(email -> email.comments().isEmpty() && !email.hasIdentifier())
                .filter(email -> HOST_NAME.matcher(asciiDomain(value)).matches())
                .isPresent();
    }

    private static String localPart(String value) {
        return value.substring(0, value.lastIndexOf('@'));
    }

    private static String asciiDomain(String value) {
        return IDN.toASCII(value.substring(value.lastIndexOf('@') + 1), IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
