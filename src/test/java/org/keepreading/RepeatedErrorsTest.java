package org.keepreading;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.SettableClock;

/** How the log treats what goes wrong again and again. */
class RepeatedErrorsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Logger senders;

    @BeforeEach
    void aLog() {
        var context = new LoggerContext();
        context.addTurboFilter(new RepeatedErrors(clock));
        senders = context.getLogger("senders");
        senders.addAppender(log);
        log.start();
    }

    @Test
    void comeOnceAndThenAfterGrowingPausesWithTheirCount() {
        for (var second = 0; second < DAY.toSeconds(); second++) {
            senders.error("The database takes no outcomes: {}", "disk full");
            clock.advance(SECOND);
        }

        assertThat(lines())
                .hasSizeLessThan(2 * 32)
                .startsWith(
                        "The database takes no outcomes: disk full",
                        "What follows came 59 times more since 2026-03-02 07:00Z.",
                        "The database takes no outcomes: disk full",
                        "What follows came 119 times more since 2026-03-02 07:01Z.",
                        "The database takes no outcomes: disk full");
        assertThat(lines()).contains("What follows came 3,599 times more since 2026-03-02 09:03Z.");
    }

    @Test
    void areTheSameWhereTheirCauseIsButForNumbers() {
        senders.error("Sending pauses until {}.", "07:01", new IllegalStateException(full(1_024)));
        senders.error("Sending pauses until {}.", "07:02", new IllegalStateException(full(2_048)));
        senders.error("Sending pauses until {}.", "07:03", new IllegalStateException(new Exception("no rights")));

        assertThat(lines()).containsExactly("Sending pauses until 07:01.", "Sending pauses until 07:03.");
    }

    @Test
    void areOthersWhereTheyTellOfAnotherThing() {
        senders.warn("Source {} sent no feed.", "city");
        senders.warn("Source {} sent no feed.", "culture");
        senders.error("Source {} sent no feed.", "city");

        assertThat(lines()).hasSize(3);
    }

    @Test
    void thatComeNowAndThenComeEachTime() {
        for (var fetch = 0; fetch < 3; fetch++) {
            senders.warn("Source city sent no feed.");
            clock.advance(Duration.ofMinutes(15));
        }

        assertThat(lines()).hasSize(3);
    }

    @Test
    void leaveWhatIsNoErrorAlone() {
        senders.info("Edition daily: 3 sent");
        senders.info("Edition daily: 3 sent");

        assertThat(lines()).hasSize(2);
    }

    private static Exception full(int at) {
        return new Exception("Writing failed at " + at);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
