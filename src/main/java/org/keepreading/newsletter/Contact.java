package org.keepreading.newsletter;

import java.util.Optional;
import org.keepreading.address.EmailAddress;

/**
 * Whom a newsletter is from, or is answered to, as its file has it. A version before took addresses that no letter can carry: such
 * a one is kept as it was written, for whoever mends it, and nothing is sent from it.
 */
public sealed interface Contact {

    static Contact of(String address) {
        return new Usable(new EmailAddress(address));
    }

    /** One that the store has kept, whichever version took it. */
    static Contact kept(String written) {
        try {
            return of(written);
        } catch (IllegalArgumentException refusal) {
            return new Unusable(written, String.valueOf(refusal.getMessage()));
        }
    }

    /** @throws IllegalArgumentException where no letter can carry it */
    EmailAddress address();

    String written();

    /** Why no letter can carry it; empty: each can. */
    Optional<String> mistake();

    /** One that a letter can carry. */
    record Usable(EmailAddress address) implements Contact {
        @Override
        public String written() {
            return address.value();
        }

        @Override
        public Optional<String> mistake() {
            return Optional.empty();
        }
    }

    /** One that no letter can carry. */
    record Unusable(String written, String reason) implements Contact {
        @Override
        public EmailAddress address() {
            throw new IllegalArgumentException(reason);
        }

        @Override
        public Optional<String> mistake() {
            return Optional.of(reason);
        }
    }
}
