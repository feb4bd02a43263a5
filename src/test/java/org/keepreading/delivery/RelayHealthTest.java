package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keepreading.delivery.RelayTrouble.Cure;
import org.keepreading.testing.SettableClock;
import org.slf4j.LoggerFactory;

class RelayHealthTest {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final RelayHealth health = new RelayHealth(
            "mail.harbour.example:587",
            new Brake(new Pauses(Duration.ofSeconds(2), LONGEST_PAUSE, new Random(17)), clock),
            () -> 1_204,
            clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void readTheLog() {
        log.start();
        logger().setLevel(Level.INFO); // whatever another test's program has set
        logger().addAppender(log);
    }

    @AfterEach
    void closeTheLog() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(RelayHealth.class);
    }

    @Test
    void isToldOnceWhenItGoesAndOnceWhenItIsBackAndHowLongThatWas() {
        health.carried();
        for (var minutes = 0; minutes < 720; minutes += 10) {
            health.troubled(new RelayTrouble("Relay mail.harbour.example:587 refuses connections.", Cure.TIME));
            clock.advance(Duration.ofMinutes(10));
        }
        health.carried();
        health.carried();

        assertThat(log.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .satisfiesExactly(
                        bad -> assertThat(bad)
                                .startsWith(
                                        "WARN Relay mail.harbour.example:587 refuses connections. Up to 1,204 deliveries"
                                                + " wait, next try 07:00:0"),
                        well -> assertThat(well)
                                .isEqualTo("INFO Relay mail.harbour.example:587 takes mail again, after 12 h."));
    }

    @Test
    void isToldOnceMoreWhereItComesToNeedAPerson() {
        health.troubled(new RelayTrouble("It is too busy.", Cure.TIME));
        clock.advance(LONGEST_PAUSE.multipliedBy(2));
        health.troubled(new RelayTrouble("It refuses the login.", Cure.PERSON));
        clock.advance(LONGEST_PAUSE.multipliedBy(2));
        health.troubled(new RelayTrouble("It is too busy.", Cure.TIME));

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.ERROR);
    }

    @Test
    void isToldAgainAfterItWasWell() {
        health.troubled(new RelayTrouble("It is too busy.", Cure.TIME));
        clock.advance(LONGEST_PAUSE);
        health.carried();
        health.troubled(new RelayTrouble("It is too busy.", Cure.TIME));

        assertThat(log.list).hasSize(3);
    }
}
