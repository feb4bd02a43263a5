package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keepreading.relay.ReceiverPace.Turn;

/** A receiver that asks for less is mailed more slowly, and faster again by and by. */
class ReceiverPaceTest {
    private Instant now = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void isNoneWhereNothingIsSet() {
        var pace = new ReceiverPace(null);

        assertThat(pace.take(now, false)).isEqualTo(turn(Duration.ZERO));
        assertThat(pace.take(now, false)).isEqualTo(turn(Duration.ZERO));
        assertThat(isLimited(pace)).isFalse();
    }

    @Test
    void spacesMessagesAsSet() {
        var pace = new ReceiverPace(Duration.ofMillis(400));

        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ZERO);
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(400));
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void holdsBackWhatWouldWaitForLongOneBehindTheOther() {
        var pace = new ReceiverPace(Duration.ofMillis(600));
        pace.take(now, false);
        pace.take(now, false);

        assertThat(pace.take(now, false).comeAgain()).contains(now.plusMillis(1_800));
        assertThat(pace.take(now, false).comeAgain()).contains(now.plusMillis(2_400));
    }

    @Test
    void letsNobodyPassThoseWhoWait() {
        var pace = new ReceiverPace(Duration.ofMillis(600));
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

        assertThat(asksForLess(pace, 125)).isTrue();

        pace.take(now, false);
        assertThat(pace.take(now, false).pause()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void halvesOnceForAllThatWasUnderWay() {
        var pace = measuredAt100ASecond();
        asksForLess(pace, 125);

        now = now.plusSeconds(5);
        assertThat(asksForLess(pace, 500)).isFalse();
        now = now.plusSeconds(6);
        takes(pace, 100);
        assertThat(asksForLess(pace, 100)).isTrue();
    }

    @Test
    void staysWhereAFewArePutOff() {
        var pace = measuredAt100ASecond();

        assertThat(asksForLess(pace, 124)).isFalse();
        assertThat(isLimited(pace)).isFalse();
    }

    @Test
    void isNotFooledByWhoeverGreylistsEverybody() {
        var pace = new ReceiverPace(null);

        assertThat(asksForLess(pace, 1_000)).isFalse();
        assertThat(isLimited(pace)).isFalse();
    }

    @Test
    void climbsUntilItIsAsBefore() {
        var pace = measuredAt100ASecond();
        asksForLess(pace, 125);

        for (var step = 1; step <= 7; step++) {
            assertThat(isLimited(pace)).as("step %d", step).isTrue();
            now = now.plus(ReceiverPace.BREATH);
            pace.take(now, false);
        }

        assertThat(isLimited(pace)).isFalse();
    }

    @Test
    void climbsNoHigherThanSet() {
        var pace = new ReceiverPace(Duration.ofMillis(10));
        takes(pace, 500);
        asksForLess(pace, 500);

        for (var step = 1; step <= 10; step++) {
            now = now.plus(ReceiverPace.BREATH);
            pace.take(now, true);
        }

        assertThat(pace.take(now, true).pause()).isEqualTo(Duration.ofMillis(10));
    }

    private ReceiverPace measuredAt100ASecond() {
        var pace = new ReceiverPace(null);
        takes(pace, 500);
        now = now.plusSeconds(5);
        return pace;
    }

    private void takes(ReceiverPace pace, int messages) {
        for (var message = 0; message < messages; message++) {
            pace.count(now);
        }
    }

    /** Whether it was slowed down. */
    private boolean asksForLess(ReceiverPace pace, int times) {
        return IntStream.range(0, times).filter(time -> pace.slowDown(now)).count() > 0;
    }

    private boolean isLimited(ReceiverPace pace) {
        pace.take(now, true);
        return !pace.take(now, true).equals(turn(Duration.ZERO));
    }

    private static Turn turn(Duration pause) {
        return new Turn(pause, Optional.empty());
    }
}
