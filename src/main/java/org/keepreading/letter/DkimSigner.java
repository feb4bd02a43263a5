package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Signs a letter's messages (DKIM, RFC 6376), once with each key. All that we write in a head is signed, so that whoever
 * carries a message can put nothing else in its place; a second From, Subject and so on, which some would show, breaks it.
 */
final class DkimSigner {
    static final DkimSigner NONE = new DkimSigner(List.of(), new byte[0], new BodyHash(List.of()));
    private static final List<String> ONLY_ONCE = List.of(
            "From", "Subject", "To", "Date", "Reply-To", "Content-Type", "List-Unsubscribe", "List-Unsubscribe-Post");
    private final List<DkimHeader> signatures;
    private final byte[] sameHead;
    private final BodyHash bodyHash;

    private DkimSigner(List<DkimHeader> signatures, byte[] sameHead, BodyHash bodyHash) {
        this.signatures = signatures;
        this.sameHead = sameHead;
        this.bodyHash = bodyHash;
    }

    static DkimSigner of(List<SigningKey> keys, LetterHead head, List<Splice> body) {
        if (keys.isEmpty()) {
            return NONE;
        }
        var names = names(head);
        var signatures = keys.stream()
                .map(key -> new DkimHeader(key, names, head.date()))
                .toList();
        return new DkimSigner(signatures, relaxed(head.same()), new BodyHash(body));
    }

    /** The headers to put before a message's own. */
    List<Header> headers(List<Header> own, List<byte[]> body) {
        if (signatures.isEmpty()) {
            return List.of();
        }
        var head = new ByteArrayOutputStream();
        head.writeBytes(sameHead);
        head.writeBytes(relaxed(own));
        var hash = bodyHash.of(body);
        return signatures.stream()
                .map(signature -> signature.header(head.toByteArray(), hash))
                .toList();
    }

    private static List<String> names(LetterHead head) {
        var written = Stream.concat(head.same().stream().map(Header::name), head.ownNames().stream());
        return Stream.concat(written, ONLY_ONCE.stream()).toList();
    }

    private static byte[] relaxed(List<Header> headers) {
        var head = new StringBuilder();
        headers.forEach(header -> head.append(header.relaxed()).append("\r\n"));
        return head.toString().getBytes(US_ASCII);
    }
}
