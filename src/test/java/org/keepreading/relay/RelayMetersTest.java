package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.keepreading.relay.Answer.Unanswered;
import org.keepreading.relay.RelayTrouble.Cure;

/** What is counted of each relay. */
class RelayMetersTest {
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final RelayMeters meters = new RelayMeters(figures);

    @Test
    void countTimeOuts() {
        meters.answered("relay:25", new Unanswered("Relay relay:25 gave no answer in time.", true));
        meters.troubled("relay:25", new RelayTrouble("Relay relay:25 gives no answer.", Cure.TIME, true));
        meters.answered("relay:25", new Unanswered("Relay relay:25 broke the connection.", false));

        assertThat(figures.get("keepreading.relay.timeouts")
                        .tags("relay", "relay:25")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void holdARelayForTroubledUntilItAnswers() {
        meters.troubled("relay:25", new RelayTrouble("Relay relay:25 refuses connections.", Cure.TIME));
        assertThat(meters.isInTrouble("relay:25")).isTrue();

        meters.answered("relay:25", new Reply(250, "250 OK").answer());

        assertThat(meters.isInTrouble("relay:25")).isFalse();
    }
}
