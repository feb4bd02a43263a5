package org.keepreading.delivery;

import java.time.Clock;
import org.keepreading.relay.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be delivered: an upper bound, as of a batch at work some are sent already. */
@Component
class WaitingDeliveries implements Waiting {
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long messages() {
        return QueueLength.of(jdbc, clock.instant()).deliveries();
    }
}
