package org.keepreading.letter;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** How messages are signed: as every receiver knows it (RFC 6376, section 3.3.1), and with short keys (RFC 8463). */
enum SigningAlgorithm {
    RSA("SHA256withRSA", 2048) {
        @Override
        byte[] toSign(byte[] head) {
            return head;
        }

        @Override
        byte[] toPublish(byte[] x509) {
            return x509;
        }
    },
    ED25519("Ed25519", 255) {
        @Override
        byte[] toSign(byte[] head) {
            return BodyHash.sha256().digest(head);
        }

        @Override
        byte[] toPublish(byte[] x509) {
            return Arrays.copyOfRange(x509, x509.length - ED25519_OCTETS, x509.length);
        }
    };

    private static final int ED25519_OCTETS = 32;
    private final String javaName;
    private final int bits;

    SigningAlgorithm(String javaName, int bits) {
        this.javaName = javaName;
        this.bits = bits;
    }

    /** The k= of the record in the DNS. */
    String keyType() {
        return name().toLowerCase(Locale.ROOT);
    }

    KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(name());
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }

    /** The p= of the record in the DNS. */
    String published(PublicKey key) {
        return Base64.getEncoder().encodeToString(toPublish(key.getEncoded()));
    }

    /** @param pkcs8 in base64 */
    PrivateKey privateKey(String pkcs8, Optional<Provider> provider) throws GeneralSecurityException {
        var factory =
                provider.isPresent() ? KeyFactory.getInstance(name(), provider.get()) : KeyFactory.getInstance(name());
        return factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8)));
    }

    /** The same for the same head. */
    byte[] sign(byte[] head, PrivateKey key, Optional<Provider> provider) throws GeneralSecurityException {
        var signature = provider.isPresent()
                ? Signature.getInstance(javaName, provider.get())
                : Signature.getInstance(javaName);
        signature.initSign(key);
        signature.update(toSign(head));
        return signature.sign();
    }

    abstract byte[] toSign(byte[] head);

    abstract byte[] toPublish(byte[] x509);
}
