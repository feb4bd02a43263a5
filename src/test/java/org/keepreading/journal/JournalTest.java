package org.keepreading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.ReadLog;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened is told once in a server's log, whether a server or a command did it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JournalTest {
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final WaitingLines lines;
    private final Journal command;
    private final TransactionTemplate transaction;
    private final List<String> told = new ArrayList<>();
    private final Announcer server;
    private final ReadLog log = ReadLog.of(Journal.class);

    JournalTest(TestDatabase database) {
        var source = database.fresh();
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        lines = new WaitingLines(JdbcClient.create(source), clock);
        command = new CommandJournal(lines);
        server = server();
    }

    private Announcer server() {
        return new Announcer(lines, (level, line) -> told.add(level + " " + line), clock);
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void hasAServerTellWhatCommandsDidInTheirOrderAndOnce() {
        command.tell("Ada paused it.");
        command.tell(Level.ERROR, "The relay refuses us.");

        server.takeTurn();
        server.takeTurn();
        server().takeTurn();

        assertThat(told).containsExactly("INFO Ada paused it.", "ERROR The relay refuses us.");
    }

    @Test
    void isToldByOneOfTheServersThatFindALineAtTheSameTime() {
        command.tell("Ada paused it.");
        var foundByBoth = lines.first().get(0);

        assertThat(lines.take(foundByBoth)).isTrue();
        assertThat(lines.take(foundByBoth)).isFalse();
    }

    @Test
    void saysWhenThatWasWhereNoServerWasThere() {
        command.tell("Ada paused it.");
        clock.advance(Duration.ofHours(3));

        server.takeTurn();

        assertThat(told).containsExactly("INFO Ada paused it. (that was at 2026-03-02 07:00Z)");
    }

    @Test
    void isKeptForAWeekWhereNoServerComes() {
        command.tell("Ada paused it.");
        clock.advance(Duration.ofDays(8));
        command.tell("Bob resumed it.");

        server.takeTurn();

        assertThat(told).containsExactly("INFO Bob resumed it.");
    }

    @Test
    void tellsNothingThatIsTakenBack() {
        var aloud = new ServerJournal();

        transaction.executeWithoutResult(status -> {
            aloud.tell("Ada left.");
            command.tell("Bob left.");
            assertThat(log.lines()).isEmpty();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            aloud.tell("Cy left.");
            command.tell("Dora left.");
        });
        server.takeTurn();

        assertThat(log.lines()).containsExactly("INFO Cy left.");
        assertThat(told).containsExactly("INFO Dora left.");
    }
}
