package org.keepreading.letter;

import java.time.Instant;
import org.keepreading.edition.Edition;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variant;
import org.springframework.stereotype.Component;

/** Encodes variants as letters, signed where their sender's domain has a key. */
@Component
class LetterEncoder {
    private final PublicUrl publicUrl;
    private final SigningKeys keys;

    LetterEncoder(PublicUrl publicUrl, SigningKeys keys) {
        this.publicUrl = publicUrl;
        this.keys = keys;
    }

    /** @param date as {@link Letter#of} has it */
    Letter letter(Edition edition, Variant variant, Instant date) {
        var letter = Letter.of(edition, variant, publicUrl, date);
        return letter.signedBy(keys.keys(letter.senderDomain()));
    }
}
