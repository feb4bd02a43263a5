package org.keepreading.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells an article: within its source, and among all sources.
 *
 * @param article its address, or where others share that, its address and a hash of what tells them apart
 */
record Identity(String guid, String article) {
    private static final int LONGEST = 2000;
    private static final int HASH = 32;

    static Identity byGuid(String guid, String address) {
        return new Identity(guid, address);
    }

    static Identity byAddress(String address) {
        return new Identity(address, address);
    }

    static Identity shared(String guid, String address) {
        return new Identity(guid, marked(address, guid));
    }

    /** @param key what tells it from the others at that address */
    static Identity sharedWithoutGuid(String address, String key) {
        var article = marked(address, key);
        return new Identity(article, article);
    }

    private static String marked(String address, String key) {
        return Plain.atMost(LONGEST - HASH - 1, address) + "#" + hash(address + "\n" + key);
    }

    private static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
