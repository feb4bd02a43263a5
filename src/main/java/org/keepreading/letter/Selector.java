package org.keepreading.letter;

/** What tells a domain's keys apart in the DNS (RFC 6376, section 3.1): by a new one a key is replaced without a gap. */
public record Selector(String value) {
    private static final String FORM = "[a-z0-9]([a-z0-9-]{0,52}[a-z0-9])?";

    public Selector {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is no selector. Write up to 54 lower-case letters, digits and hyphens, such as mail-2026.");
        }
    }

    /** Each key has its own. */
    String of(SigningAlgorithm algorithm) {
        return algorithm == SigningAlgorithm.RSA ? value : value + "-" + algorithm.keyType();
    }

    @Override
    public String toString() {
        return value;
    }
}
