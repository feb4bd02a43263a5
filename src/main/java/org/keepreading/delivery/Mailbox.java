package org.keepreading.delivery;

import org.keepreading.subscriber.EmailAddress;

/**
 * A named address as headers and relays take it (RFC 5321, section 4.1.2): ASCII throughout.
 *
 * @param name empty where there is none
 * @param domain of the address
 */
record Mailbox(HeaderText name, String address, String domain) {

    /** Throws {@link UnsendableAddress} for what needs SMTPUTF8 (RFC 6531), which few servers have. */
    static Mailbox of(String name, EmailAddress email) {
        var localPart = email.value().substring(0, email.value().lastIndexOf('@'));
        if (!localPart.chars().allMatch(character -> character > ' ' && character < 0x7F)) {
            throw new UnsendableAddress("The part before the @ is not plain ASCII, and relays take no such address."
                    + " Ask for one in letters from a to z, or remove it.");
        }
        var domain = asciiDomain(email);
        return new Mailbox(new HeaderText(name), localPart + "@" + domain, domain);
    }

    Header header(String field) {
        return name.isEmpty() ? Header.of(field, address) : Header.named(field, name, address);
    }

    private static String asciiDomain(EmailAddress email) {
        try {
            return email.asciiDomain();
        } catch (IllegalArgumentException e) {
            throw new UnsendableAddress(
                    "The part after the @ is no domain name (RFC 5890). Correct the address, or remove it.");
        }
    }
}
