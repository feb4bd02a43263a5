package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The next part is read while the one before is taken. */
@Timeout(20)
class ReadAheadTest {
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void readsTheNextPartWhileOneIsTaken() {
        var isNextRead = new CountDownLatch(1);
        var parts = Stream.of(1, 2, 3).peek(part -> {
            if (part == 2) {
                isNextRead.countDown();
            }
        });

        ReadAhead.each(parts.iterator(), part -> {
            await(isNextRead);
            taken.add(part);
        });

        assertThat(taken).containsExactly(1, 2, 3);
    }

    @Test
    void takesWhatStandsBeforeAPartThatCantBeRead() {
        var parts = Stream.of(1, 2, 3).peek(part -> {
            if (part == 3) {
                throw new FeedProblem("It ends here.");
            }
        });

        assertThatThrownBy(() -> ReadAhead.each(parts.iterator(), taken::add)).hasMessage("It ends here.");

        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void letsAnErrorOfTheReaderBeOneOfWhoeverTakes() {
        var parts = Stream.of(1).peek(part -> {
            throw new StackOverflowError();
        });

        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> ReadAhead.each(parts.iterator(), taken::add));
    }

    @Test
    void givesUpWhereItIsToldTo() {
        var never = new CountDownLatch(1);
        var parts = Stream.of(1).peek(part -> await(never));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ReadAhead.each(parts.iterator(), taken::add))
                .hasMessage("Reading was given up; what was taken before is kept.");

        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
