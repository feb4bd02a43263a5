package org.keepreading.letter;

import java.nio.charset.StandardCharsets;
import org.keepreading.address.EmailAddress;
import org.springframework.web.util.UriUtils;

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

    /** RFC 6068. */
    String link() {
        var localPart = address.substring(0, address.length() - domain.length() - 1);
        return "mailto:" + UriUtils.encode(localPart, StandardCharsets.US_ASCII) + "@" + domain;
    }

    Header header(String field) {
        return name.isEmpty() ? Header.of(field, address) : Header.named(field, name, address);
    }
}
