package org.keepreading.cli;

import org.keepreading.letter.DomainKey;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import org.keepreading.letter.SigningKeys;
import picocli.CommandLine.Parameters;

/** Which of the signing keys a command is about. */
final class KeyOptions {
    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The part behind the @ of the sender's address.")
    private SigningDomain domain;

    @Parameters(index = "1", paramLabel = "SELECTOR", description = "What \"keys list\" shows beside it.")
    private Selector selector;

    DomainKey in(SigningKeys keys) {
        return keys.get(domain, selector);
    }
}
