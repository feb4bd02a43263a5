package org.keepreading.letter;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/** Who computes signatures: Conscrypt where its native library can be loaded (docs/performance.md), else the JDK. */
final class SigningProvider {
    static final Optional<Provider> FASTER =
            Conscrypt.isAvailable() ? Optional.of(Conscrypt.newProvider()) : Optional.empty();

    private SigningProvider() {}
}
