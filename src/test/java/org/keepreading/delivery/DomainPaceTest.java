package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keepreading.delivery.DomainPace.Turn;

class DomainPaceTest {
    private Instant now = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void isNoneWhereNothingIsSet() {
        var pace = new DomainPace(null);

        assertThat(pace.take(now, false)).isEqualTo(turn(Duration.ZERO));
        assertThat(pace.take(now, false)).isEqualTo(turn(Duration.ZERO));
        assertThat(pace.isLimited()).isFalse();
    }

    @Test
    void spacesMessagesAsSet() {
        var pace = new DomainPace(Duration.ofMillis(400));

        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ZERO);
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(400));
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void holdsBackWhatWouldWaitForLongOneBehindTheOther() {
        var pace = new DomainPace(Duration.ofMillis(600));
        pace.take(now, false);
        pace.take(now, false);

        assertThat(pace.take(now, false).comeAgain()).contains(now.plusMillis(1_800));
        assertThat(pace.take(now, false).comeAgain()).contains(now.plusMillis(2_400));
    }

    @Test
    void letsNobodyPassThoseWhoWait() {
        var pace = new DomainPace(Duration.ofMillis(600));
        pace.take(now, false);
        pace.take(now, false);
        pace.take(now, false);

        now = now.plusMillis(1_500);

        assertThat(pace.take(now, false).comeAgain()).isPresent();
        assertThat(pace.take(now, true)).isEqualTo(turn(Duration.ZERO));
    }

    @Test
    void halvesWhatWasMeasuredWhereTheReceiverAsksForLess() {
        var pace = measuredAt100ASecond();

        assertThat(pace.slowDown(now)).isTrue();

        pace.take(now, false);
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void halvesOnceForAllThatWasUnderWay() {
        var pace = measuredAt100ASecond();
        pace.slowDown(now);

        assertThat(pace.slowDown(now.plusSeconds(9))).isFalse();
        assertThat(pace.slowDown(now.plusSeconds(10))).isTrue();
    }

    @Test
    void isNotFooledByWhoeverGreylistsEverybody() {
        var pace = new DomainPace(null);

        assertThat(pace.slowDown(now)).isFalse();
        assertThat(pace.isLimited()).isFalse();
    }

    @Test
    void climbsUntilItIsAsBefore() {
        var pace = measuredAt100ASecond();
        pace.slowDown(now);

        for (var step = 1; step <= 7; step++) {
            assertThat(pace.isLimited()).as("step %d", step).isTrue();
            now = now.plus(DomainPace.BREATH);
            pace.take(now, false);
        }

        assertThat(pace.isLimited()).isFalse();
    }

    @Test
    void climbsNoHigherThanSet() {
        var pace = new DomainPace(Duration.ofMillis(10));
        pace.slowDown(now);

        for (var step = 1; step <= 10; step++) {
            now = now.plus(DomainPace.BREATH);
            pace.take(now, true);
        }

        assertThat(pace.take(now, true).pause()).isEqualTo(Duration.ofMillis(10));
    }

    private DomainPace measuredAt100ASecond() {
        var pace = new DomainPace(null);
        for (var message = 0; message < 500; message++) {
            pace.count(now);
        }
        now = now.plusSeconds(5);
        return pace;
    }

    private static Turn turn(Duration pause) {
        return new Turn(pause, java.util.Optional.empty());
    }
}
