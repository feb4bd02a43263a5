package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks DKIM signatures as RFC 6376 and RFC 8463 tell it, sentence by sentence and without a thought of speed: jDKIM knows
 * no Ed25519. It shares no code with what signs; RFC 8463's example holds it to the truth.
 *
 * @param records values by names
 */
record PlainVerifier(Map<String, String> records) {

    /** The selectors of the signatures that hold. */
    List<String> holding(String message) throws GeneralSecurityException {
        var split = message.indexOf("\r\n\r\n");
        var fields = List.of(message.substring(0, split + 2).split("\r\n(?![ \t])"));
        var holding = new ArrayList<String>();
        for (var field : fields) {
            if (name(field).equals("dkim-signature") && holds(field, fields, message.substring(split + 4))) {
                holding.add(tags(value(field)).get("s"));
            }
        }
        return holding;
    }

    private boolean holds(String signature, List<String> fields, String body) throws GeneralSecurityException {
        var tags = tags(value(signature));
        var hash = MessageDigest.getInstance("SHA-256").digest(relaxedBody(body).getBytes(ISO_8859_1));
        return Base64.getEncoder().encodeToString(hash).equals(tags.get("bh"))
                && isSigned((covered(tags, fields) + withoutItself(signature)).getBytes(ISO_8859_1), tags);
    }

    private boolean isSigned(byte[] head, Map<String, String> tags) throws GeneralSecurityException {
        var published = Base64.getDecoder().decode(record(tags).get("p"));
        var signature = Base64.getDecoder().decode(tags.get("b"));
        if ("rsa-sha256".equals(tags.get("a"))) {
            return isSigned(head, signature, "SHA256withRSA", "RSA", published);
        }
        var hash = MessageDigest.getInstance("SHA-256").digest(head);
        return isSigned(hash, signature, "Ed25519", "Ed25519", x509(published));
    }

    private static boolean isSigned(byte[] head, byte[] signature, String algorithm, String keyType, byte[] x509)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(KeyFactory.getInstance(keyType).generatePublic(new X509EncodedKeySpec(x509)));
        verifier.update(head);
        return verifier.verify(signature);
    }

    private Map<String, String> record(Map<String, String> tags) {
        var name = tags.get("s") + "._domainkey." + tags.get("d");
        var record = records.get(name);
        if (record == null) {
            throw new AssertionError("No record " + name + " in " + records.keySet());
        }
        return tags(record);
    }

    /** Each name takes the last field of it that no name before took; one for which none is left stands for nothing. */
    private static String covered(Map<String, String> tags, List<String> fields) {
        var left = new ArrayList<>(fields);
        var covered = new StringBuilder();
        for (var name : String.valueOf(tags.get("h")).split(":", -1)) {
            for (var i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name.strip().toLowerCase(Locale.ROOT))) {
                    covered.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return covered.toString();
    }

    private static String withoutItself(String signature) {
        return relaxed(signature.replaceAll("(?s)([;:\\s])b=[^;]*", "$1b="));
    }

    private static String relaxed(String field) {
        return name(field) + ":" + value(field).replaceAll("[ \t\r\n]+", " ").strip();
    }

    private static String relaxedBody(String body) {
        var lines = Arrays.stream(body.split("\r\n", -1))
                .map(line -> line.replaceAll("[ \t]+", " ").replaceAll(" $", ""))
                .toList();
        var text = String.join("\r\n", lines).replaceAll("(\r\n)+$", "");
        return text.isEmpty() ? "" : text + "\r\n";
    }

    private static Map<String, String> tags(String list) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : list.replaceAll("[ \t\r\n]+", "").split(";", -1)) {
            if (tag.contains("=")) {
                tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
            }
        }
        return tags;
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String field) {
        return field.substring(field.indexOf(':') + 1);
    }

    private static byte[] x509(byte[] ed25519) {
        return HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(ed25519));
    }
}
