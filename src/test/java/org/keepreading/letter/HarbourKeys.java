package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.keepreading.letter.SigningAlgorithm.ED25519;
import static org.keepreading.letter.SigningAlgorithm.RSA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;

/**
 * The keys of harbour.example, and who looks them up.
 *
 * @param records values by names
 */
record HarbourKeys(List<SigningKey> keys, Map<String, String> records) {
    private static final SigningDomain DOMAIN = new SigningDomain("harbour.example");

    /** One for RSA and one for Ed25519. */
    static HarbourKeys made() {
        var rsa = RSA.generate();
        var ed25519 = ED25519.generate();
        return new HarbourKeys(
                List.of(key("quay", RSA, rsa), key("quay-ed25519", ED25519, ed25519)),
                Map.of(
                        "quay._domainkey.harbour.example", "v=DKIM1; k=rsa; p=" + RSA.published(rsa.getPublic()),
                        "quay-ed25519._domainkey.harbour.example",
                                "v=DKIM1; k=ed25519; p=" + ED25519.published(ed25519.getPublic())));
    }

    /** As they are published. */
    static HarbourKeys of(List<DnsRecord> records) {
        return new HarbourKeys(
                List.of(), records.stream().collect(Collectors.toMap(DnsRecord::name, DnsRecord::value)));
    }

    /** The selectors of the signatures that hold: what our plain verifier and, of those that it knows, jDKIM agree upon. */
    List<String> holding(String message) {
        try {
            var holding = new PlainVerifier(records).holding(message);
            var rsa = holding.stream()
                    .filter(selector -> !selector.endsWith("-ed25519"))
                    .toList();
            if (!rsa.equals(holdingForJdkim(message))) {
                throw new AssertionError("jDKIM: " + holdingForJdkim(message) + ", plain verifier: " + rsa);
            }
            return holding;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> holdingForJdkim(String message) {
        try {
            return new DKIMVerifier((methods, selector, domain) -> List.of(record(selector, domain)))
                    .verify(new ByteArrayInputStream(message.getBytes(ISO_8859_1))).stream()
                            .map(SignatureRecord::getSelector)
                            .map(CharSequence::toString)
                            .toList();
        } catch (FailException e) {
            return List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String record(CharSequence selector, CharSequence domain) {
        return records.getOrDefault(selector + "._domainkey." + domain, "v=DKIM1; p=");
    }

    private static SigningKey key(String selector, SigningAlgorithm algorithm, KeyPair pair) {
        var pkcs8 = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        return new SigningKey(DOMAIN, selector, algorithm, pkcs8);
    }
}
