package org.keepreading.delivery;

import org.keepreading.subscriber.EmailAddress;

/**
 * A named address as headers and relays take it (RFC 5321, section 4.1.2): ASCII throughout.
 *
 * @param name empty where there is none
 * @param domain of the address
 */
record Mailbox(HeaderText name, String address, String domain) {

    static Mailbox of(String name, EmailAddress email) {
        var localPart = email.value().substring(0, email.value().lastIndexOf('@'));
        var domain = email.asciiDomain();
        return new Mailbox(new HeaderText(name), localPart + "@" + domain, domain);
    }

    Header header(String field) {
        return name.isEmpty() ? Header.of(field, address) : Header.named(field, name, address);
    }
}
