package org.keepreading.delivery;

import java.time.Instant;
import java.util.List;
import org.keepreading.edition.Edition;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;

/** A variant rendered and encoded once, with its merge fields left open; filling them copies bytes. */
public final class Letter {
    private final LetterHead head;
    private final List<Splice> splices;

    private Letter(LetterHead head, List<Splice> splices) {
        this.head = head;
        this.splices = splices;
    }

    /**
     * Text first, then HTML (RFC 2046, section 5.1.4), both 7 bit.
     *
     * @param date of all its messages, and part of their Message-IDs: when the edition was frozen, now for a proof
     */
    public static Letter of(Edition edition, Variant variant, PublicUrl publicUrl, Instant date) {
        var head = new LetterHead(edition, publicUrl, date);
        // "=" is never literal in quoted-printable: no part can hold this.
        var boundary = "=_" + edition.newsletter().key() + "_";
        var splices = new Splices();
        head.addTo(splices, variant.subject());
        splices.add("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n");
        splices.add("\r\n--" + boundary + "\r\n" + part("plain"));
        splices.add(variant.text(), Escaping.NONE);
        splices.add("\r\n--" + boundary + "\r\n" + part("html"));
        splices.add(variant.html(), Escaping.HTML);
        splices.add("\r\n--" + boundary + "--\r\n");
        return new Letter(head, splices.all());
    }

    /** The same recipient gets the same bytes each time. */
    public Message message(Recipient recipient) {
        var bytes = splices.stream().map(splice -> splice.bytesFor(recipient)).toList();
        return new Message(
                head.messageId(recipient),
                head.from().address(),
                recipient.mailbox().address(),
                bytes);
    }

    private static String part(String subtype) {
        return "Content-Type: text/" + subtype
                + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }
}
