package org.keepreading.delivery;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A look at the relay without a message: it greets us, encrypts, lets us in, and we leave. */
@Component
public class RelayVisit {
    private final Relay relay;

    RelayVisit(Relay relay) {
        this.relay = relay;
    }

    public Seen now() {
        try (var connection = relay.open()) {
            return new Seen(relay.name(), Optional.empty(), connection.certificate());
        } catch (RelayTrouble e) {
            return new Seen(relay.name(), Optional.of(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    /**
     * What was seen.
     *
     * @param relay host and port; empty: none is set
     * @param trouble why it takes no mail, and what to do
     * @param certificate its own; empty: nothing is encrypted
     */
    public record Seen(String relay, Optional<String> trouble, Optional<X509Certificate> certificate) {

        public String host() {
            return relay.contains(":") ? relay.substring(0, relay.lastIndexOf(':')) : relay;
        }
    }
}
