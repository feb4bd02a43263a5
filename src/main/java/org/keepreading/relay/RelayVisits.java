package org.keepreading.relay;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A look at each relay without a message: it greets us, encrypts, lets us in, and we leave. */
@Component
public class RelayVisits {
    private final Relays relays;

    RelayVisits(Relays relays) {
        this.relays = relays;
    }

    public List<Seen> all() {
        return relays.servers().stream().map(RelayVisits::at).toList();
    }

    static Seen at(RelayServer relay) {
        try (var connection = relay.open()) {
            return new Seen(relay.name(), relay.host(), Optional.empty(), connection.certificate());
        } catch (RelayTrouble e) {
            return new Seen(relay.name(), relay.host(), Optional.of(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    /**
     * What was seen.
     *
     * @param relay its name, else host and port; empty: none is set
     * @param host empty: none is set
     * @param trouble why it takes no mail, and what to do
     * @param certificate its own; empty: nothing is encrypted
     */
    public record Seen(String relay, String host, Optional<String> trouble, Optional<X509Certificate> certificate) {}
}
