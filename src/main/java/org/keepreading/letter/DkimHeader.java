package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One key's signature of a letter's messages (RFC 6376, section 3.5). */
final class DkimHeader {
    private static final String LINES = "(?<=\\G.{72})";
    private final SigningKey key;
    private final List<String> sameTags;

    /**
     * @param names of the headers that it covers, in the order in which they are signed; one that a message does not have is
     *     signed as missing
     * @param date of the letter, so that the same reader gets the same signature each time
     */
    DkimHeader(SigningKey key, List<String> names, Instant date) {
        this.key = key;
        sameTags = new ArrayList<>(List.of(
                "v=1;",
                "a=" + key.algorithm().keyType() + "-sha256;",
                "c=relaxed/relaxed;",
                "d=" + key.domain() + ";",
                "s=" + key.selector() + ";",
                "t=" + date.getEpochSecond() + ";"));
        sameTags.addAll(List.of(("h=" + String.join(": ", names) + ";").split(" ")));
    }

    /**
     * @param head the headers it covers, in their relaxed form
     * @param bodyHash SHA-256
     */
    Header header(byte[] head, byte[] bodyHash) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(head);
        signed.writeBytes(header(bodyHash, "").relaxed().getBytes(US_ASCII));
        return header(bodyHash, base64(key.sign(signed.toByteArray())));
    }

    private Header header(byte[] bodyHash, String signature) {
        var tags = new ArrayList<>(sameTags);
        tags.add("bh=" + base64(bodyHash) + ";");
        tags.addAll(List.of(("b=" + signature).split(LINES)));
        return new Header("DKIM-Signature", tags);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
