package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;

class RelayVisitTest {
    private final FaultyRelay relay = new FaultyRelay();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void seesTheRelaysCertificateAndSendsNothing() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withStartTls(certificate.context());

        var seen = new RelayVisit(RelayAt.port(relay.port())
                        .startTls()
                        .trusting(certificate)
                        .relay())
                .now();

        assertThat(seen.trouble()).isEmpty();
        assertThat(seen.host()).isEqualTo("localhost");
        assertThat(seen.certificate().orElseThrow().getSubjectX500Principal()).hasToString("CN=relay");
        assertThat(relay.reached(Stage.MAIL)).isZero();
    }

    @Test
    void seesThatNothingIsEncrypted() {
        assertThat(new RelayVisit(RelayAt.port(relay.port()).relay()).now().certificate())
                .isEmpty();
    }

    @Test
    void seesARelayThatIsDown() {
        relay.die();

        assertThat(new RelayVisit(RelayAt.port(relay.port()).relay()).now().trouble())
                .contains("Relay localhost:" + relay.port() + " refuses connections.");
    }
}
