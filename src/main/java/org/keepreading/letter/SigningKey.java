package org.keepreading.letter;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;

/** A key that signs a domain's messages. It prints as its name in the DNS: what it holds is a secret. */
final class SigningKey {
    private final SigningDomain domain;
    private final String selector;
    private final SigningAlgorithm algorithm;
    private final PrivateKey key;
    private final Optional<Provider> provider;

    /** @param pkcs8 in base64 */
    SigningKey(SigningDomain domain, String selector, SigningAlgorithm algorithm, String pkcs8) {
        this(domain, selector, algorithm, pkcs8, SigningProvider.FASTER);
    }

    /** @param provider empty: the JDK's own */
    SigningKey(
            SigningDomain domain,
            String selector,
            SigningAlgorithm algorithm,
            String pkcs8,
            Optional<Provider> provider) {
        this.provider = provider;
        this.domain = domain;
        this.selector = selector;
        this.algorithm = algorithm;
        try {
            key = algorithm.privateKey(pkcs8, provider);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(); // without its cause, which may quote the key
        }
    }

    SigningDomain domain() {
        return domain;
    }

    String selector() {
        return selector;
    }

    SigningAlgorithm algorithm() {
        return algorithm;
    }

    /** @param head as RFC 6376, section 3.7 puts it together */
    byte[] sign(byte[] head) {
        try {
            return algorithm.sign(head, key, provider);
        } catch (GeneralSecurityException e) {
            throw unusable();
        }
    }

    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }

    private IllegalStateException unusable() {
        return new IllegalStateException("The signing key " + this
                + " in the database can't be used. Make another with \"keys create " + domain + "\".");
    }
}
