package org.keepreading.letter;

import org.keepreading.address.EmailAddress;
import org.keepreading.newsletter.Newsletter;
import org.springframework.stereotype.Component;

/** The envelope sender of a newsletter's messages: where bounces go, and whose domain SPF is asked of. */
@Component
public class BounceAddress {
    private final EnvelopeSettings settings;

    BounceAddress(EnvelopeSettings settings) {
        this.settings = settings;
    }

    public EmailAddress of(Newsletter newsletter) {
        var common = settings.envelopeSender();
        return common == null ? newsletter.sender().address() : common;
    }
}
