package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.edition.Edition;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.keepreading.relay.Message;

/** A variant rendered and encoded once, with its merge fields left open; filling them copies bytes. */
public final class Letter {
    private static final byte[] CRLF = "\r\n".getBytes(US_ASCII);
    private final LetterHead head;
    private final byte[] sameHead;
    private final List<Splice> body;
    private final DkimSigner signing;

    private Letter(LetterHead head, byte[] sameHead, List<Splice> body, DkimSigner signing) {
        this.head = head;
        this.sameHead = sameHead;
        this.body = body;
        this.signing = signing;
    }

    /**
     * Text first, then HTML (RFC 2046, section 5.1.4), both 7 bit.
     *
     * @param date of all its messages, and part of their Message-IDs: when the edition was frozen, now for a proof
     */
    public static Letter of(Edition edition, Variant variant, PublicUrl publicUrl, Instant date) {
        var head = new LetterHead(edition, variant.subject(), publicUrl, date);
        return new Letter(head, bytes(head.same()), body(variant, head.boundary()), DkimSigner.NONE);
    }

    /** The same, its messages signed with these keys; as it is where there are none. */
    Letter signedBy(List<SigningKey> keys) {
        return new Letter(head, sameHead, body, DkimSigner.of(keys, head, body));
    }

    /** In ASCII. */
    String senderDomain() {
        return head.from().domain();
    }

    /** The same recipient gets the same bytes each time. */
    public Message message(Recipient recipient) {
        var own = head.own(recipient);
        var filled = body.stream().map(splice -> splice.bytesFor(recipient)).toList();
        var top = Stream.of(bytes(signing.headers(own, filled)), sameHead, bytes(own), CRLF);
        return new Message(
                head.messageId(recipient),
                head.from().address(),
                recipient.mailbox().address(),
                Stream.concat(top, filled.stream()).toList());
    }

    private static List<Splice> body(Variant variant, String boundary) {
        var splices = new BodyWriter();
        splices.add("--" + boundary + "\r\n" + part("plain"));
        splices.add(variant.text(), Escaping.NONE);
        splices.add("\r\n--" + boundary + "\r\n" + part("html"));
        splices.add(variant.html(), Escaping.HTML);
        splices.add("\r\n--" + boundary + "--\r\n");
        return splices.all();
    }

    private static String part(String subtype) {
        return "Content-Type: text/" + subtype
                + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static byte[] bytes(List<Header> headers) {
        var bytes = new ByteArrayOutputStream();
        headers.forEach(header -> bytes.writeBytes(header.bytes()));
        return bytes.toByteArray();
    }
}
