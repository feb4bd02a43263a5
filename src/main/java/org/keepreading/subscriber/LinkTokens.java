package org.keepreading.subscriber;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The tokens in readers' links: who, from which newsletter and what for, sealed with 128 bits of HMAC-SHA256, as base64url.
 * They hold no address, need no row in the database and never expire: a link works from any mail ever sent.
 */
@Component
public class LinkTokens {
    private static final int SEAL_BYTES = 16;
    private static final int HEAD_BYTES = 1 + Long.BYTES;
    private static final int LONGEST_TOKEN = 200;

    private final Seal seal;

    LinkTokens(Secrets secrets) {
        this.seal = new Seal(secrets.get("reader-links"));
    }

    public String token(Purpose purpose, long subscriberId, String newsletterKey) {
        var key = newsletterKey.getBytes(US_ASCII);
        var content = ByteBuffer.allocate(HEAD_BYTES + key.length)
                .put(purpose.code)
                .putLong(subscriberId)
                .put(key)
                .array();
        return encode(ByteBuffer.allocate(content.length + SEAL_BYTES)
                .put(content)
                .put(sealOf(content))
                .array());
    }

    /** What the token says; empty where it is not, letter for letter, one that we made. */
    public Optional<LinkClaim> read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            return isOurs(bytes) && encode(bytes).equals(token) ? Optional.of(claim(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isOurs(byte[] bytes) {
        if (bytes.length < HEAD_BYTES + SEAL_BYTES) {
            return false;
        }
        var split = bytes.length - SEAL_BYTES;
        return MessageDigest.isEqual(
                sealOf(Arrays.copyOf(bytes, split)), Arrays.copyOfRange(bytes, split, bytes.length));
    }

    private byte[] sealOf(byte[] content) {
        return Arrays.copyOf(seal.of(content), SEAL_BYTES);
    }

    private static LinkClaim claim(byte[] bytes) {
        var content = ByteBuffer.wrap(bytes, 0, bytes.length - SEAL_BYTES);
        var purpose = Purpose.of(content.get());
        var subscriberId = content.getLong();
        return new LinkClaim(purpose, subscriberId, US_ASCII.decode(content).toString());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
