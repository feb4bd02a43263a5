package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;

/** What a look at a relay tells, without a message. */
class RelayVisitsTest {
    private final FaultyRelay relay = new FaultyRelay();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void seesTheRelaysCertificateAndSendsNothing() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withStartTls(certificate.context());

        var seen = RelayVisits.at(
                RelayAt.port(relay.port()).startTls().trusting(certificate).relay());

        assertThat(seen.trouble()).isEmpty();
        assertThat(seen.host()).isEqualTo("localhost");
        assertThat(seen.certificate().orElseThrow().getSubjectX500Principal()).hasToString("CN=relay");
        assertThat(relay.reached(Stage.MAIL)).isZero();
    }

    @Test
    void seesThatNothingIsEncrypted() {
        assertThat(RelayVisits.at(RelayAt.port(relay.port()).relay()).certificate())
                .isEmpty();
    }

    @Test
    void seesARelayThatIsDown() {
        relay.die();

        assertThat(RelayVisits.at(RelayAt.port(relay.port()).relay()).trouble())
                .contains("Relay localhost:" + relay.port() + " refuses connections.");
    }
}
