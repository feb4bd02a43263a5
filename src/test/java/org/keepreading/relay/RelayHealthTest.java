package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.relay.RelayTrouble.Cure;
import org.keepreading.testing.ReadLog;
import org.keepreading.testing.SettableClock;

/** What the log tells of a relay in trouble, and how often. */
class RelayHealthTest {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final RelayHealth health = new RelayHealth(
            "mail.harbour.example:587",
            new Backoff(new Pauses(Duration.ofSeconds(2), LONGEST_PAUSE, new Random(17)), clock),
            () -> 1_204,
            clock);
    private final ReadLog log = ReadLog.of(RelayHealth.class);

    @AfterEach
    void closeTheLog() {
        log.close();
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

        assertThat(log.lines())
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

        assertThat(levels()).containsExactly("WARN", "ERROR");
    }

    @Test
    void isToldAgainAfterItWasWellForAWhile() {
        fails(Cure.TIME);
        health.carried();
        clock.advance(Duration.ofMinutes(10));
        fails(Cure.TIME);

        assertThat(levels()).containsExactly("WARN", "INFO", "WARN");
    }

    @Test
    void isToldLessAndLessOftenWhereItComesAndGoes() {
        comesAndGoesFor(Duration.ofDays(1));

        assertThat(log.lines()).hasSizeBetween(10, 30);
        assertThat(log.lines().get(2)).endsWith("It comes and goes: 9 shorter troubles before were not told.");
    }

    @Test
    void isToldInAnyCaseWhereTroubleLasts() {
        comesAndGoesFor(Duration.ofHours(8));
        var before = log.lines().size();

        for (var tries = 0; tries < 3; tries++) {
            fails(Cure.TIME);
            clock.advance(LONGEST_PAUSE);
        }
        health.carried();

        assertThat(levels().subList(before, levels().size())).containsExactly("WARN", "INFO");
        assertThat(log.lines()).last().asString().endsWith("takes mail again, after 16 min.");
    }

    @Test
    void isToldAtOnceWhereItNeedsAPersonThoughItComesAndGoes() {
        fails(Cure.TIME);
        health.carried();
        clock.advance(Duration.ofMinutes(1));
        fails(Cure.PERSON);
        health.carried();
        clock.advance(Duration.ofMinutes(1));
        fails(Cure.PERSON);

        assertThat(levels()).containsExactly("WARN", "INFO", "ERROR", "INFO");
    }

    private void comesAndGoesFor(Duration time) {
        for (var minute = 0; minute < time.toMinutes(); minute++) {
            fails(Cure.TIME);
            health.carried();
            clock.advance(Duration.ofSeconds(30));
        }
    }

    private void fails(Cure cure) {
        clock.advance(Duration.ofSeconds(30));
        health.troubled(new RelayTrouble("It is out of order.", cure));
    }

    private List<String> levels() {
        return log.lines().stream()
                .map(line -> line.substring(0, line.indexOf(" ")))
                .toList();
    }
}
