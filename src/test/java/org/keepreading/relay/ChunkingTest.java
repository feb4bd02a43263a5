package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.reader;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.Answer.Deferred;
import org.keepreading.relay.Answer.Refused;
import org.keepreading.relay.Answer.Unanswered;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.ReadMessage;

/** One conversation with a relay that takes commands and message at once (RFC 3030), and what it may answer. */
class ChunkingTest {
    private static final String MAIL = "MAIL FROM:<daily@harbour.example>";
    private static final String RCPT = "RCPT TO:<ada@example.org>";
    private final Message first = DAILY.letter().message(reader("ada@example.org", "Ada"));
    private final Message second = DAILY.letter().message(reader("grace@example.org", "Grace"));
    private final FaultyRelay relay = new FaultyRelay().offering("PIPELINING", "CHUNKING");

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void saysCommandsAndMessageWithoutWaitingForAReply() throws Exception {
        try (var silent = new ScriptedRelay(List.of("PIPELINING", "CHUNKING"));
                var connection = RelayAt.port(silent.port()).impatient().open()) {
            assertThat(connection.send(first)).isInstanceOf(Unanswered.class);

            assertThat(silent.heard())
                    .startsWith(MAIL, RCPT, "BDAT " + first.size() + " LAST")
                    .endsWith(ReadMessage.of(first).raw().lines().toArray(String[]::new));
        }
    }

    @Test
    void deliversEachMessageToItsReaderAsItWasWritten() throws Exception {
        try (var connection = open()) {
            assertThat(connection.send(first)).isInstanceOf(Accepted.class);
            assertThat(connection.send(second)).isInstanceOf(Accepted.class);
        }

        assertThat(relay.reached(Stage.DATA)).isZero();
        assertThat(relay.taken())
                .extracting(FaultyRelay.Mail::text)
                .containsExactly(
                        ReadMessage.of(first).raw(), ReadMessage.of(second).raw());
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451 4.3.0 Later", "RCPT, 450 4.2.0 Greylisted", "DOT, 452 4.3.1 No space"})
    void triesAgainLaterWhatIsRefusedForNow(Stage stage, String reply) throws Exception {
        relay.next(1, stage, Fault.reply(reply));

        try (var connection = open()) {
            assertThat(connection.send(first)).isEqualTo(new Deferred(reply(reply)));
            assertThatOnlyTheNextMessageArrivesBy(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 No such user", "DOT, 554 5.6.0 Spam"})
    void givesUpWhatIsRefusedForGood(Stage stage, String reply) throws Exception {
        relay.next(1, stage, Fault.reply(reply));

        try (var connection = open()) {
            assertThat(connection.send(first)).isEqualTo(new Refused(reply(reply)));
            assertThatOnlyTheNextMessageArrivesBy(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT"})
    void blamesNoMessageWhereTheRelayTakesItsLeave(Stage stage) throws Exception {
        relay.next(1, stage, Fault.reply("421 4.3.2 Shutting down"));

        try (var connection = open()) {
            assertThatThrownBy(() -> connection.send(first)).isInstanceOf(RelayTrouble.class);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.keepreading.relay.RelayConnectionTest#silences")
    void knowsNothingOfAMessageThatTheRelayGoesSilentOnWhereverItIs(String what, Fault fault) throws Exception {
        for (var stage : List.of(Stage.MAIL, Stage.RCPT, Stage.DOT)) {
            relay.next(1, stage, fault);

            try (var impatient = RelayAt.port(relay.port()).impatient().open()) {
                assertThat(impatient.send(first)).as(stage.name()).isInstanceOf(Unanswered.class);
                assertThat(impatient.isOpen()).as(stage.name()).isFalse();
            }
        }
        assertThat(relay.taken()).isEmpty();
    }

    @Test
    void doesNotTakeAMessageForSentWhoseReplyIsLost() throws Exception {
        relay.next(1, Stage.DOT, Fault.drop().afterTaking());

        try (var connection = open()) {
            assertThat(connection.send(first)).isInstanceOf(Unanswered.class);
        }
        assertThat(relay.taken()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"354 Go on", "250-One code\r\n550 and another", "150 What", "OK"})
    void readsNoReplyForAnotherCommands(String reply) throws Exception {
        try (var scripted = new ScriptedRelay(List.of("PIPELINING", "CHUNKING"), "250 Sender", reply, "250 Taken");
                var connection = RelayAt.port(scripted.port()).open()) {
            assertThat(connection.send(first)).isInstanceOf(Unanswered.class);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void trustsNoConnectionThatSaysMoreThanItWasAsked() throws Exception {
        try (var scripted = new ScriptedRelay(
                        List.of("PIPELINING", "CHUNKING"),
                        "250 Sender",
                        "250 Recipient",
                        "250 Taken\r\n250 And another");
                var connection = RelayAt.port(scripted.port()).open()) {
            assertThat(connection.send(first)).isInstanceOf(Accepted.class);

            assertThatThrownBy(() -> connection.send(second)).hasMessageEndingWith("said \"250 And another\" unasked.");
        }
    }

    @Test
    void isSwitchedOffByJakartaMailsOwnSetting() throws Exception {
        try (var connection = RelayAt.port(relay.port()).with("chunksize", "-1").open()) {
            assertThat(connection.send(first)).isInstanceOf(Accepted.class);
        }

        assertThat(relay.reached(Stage.DATA)).isEqualTo(1);
    }

    private RelayConnection open() throws RelayTrouble {
        return RelayAt.port(relay.port()).open();
    }

    private void assertThatOnlyTheNextMessageArrivesBy(RelayConnection connection) throws RelayTrouble {
        assertThat(connection.send(second)).isInstanceOf(Accepted.class);
        assertThat(relay.taken()).extracting(FaultyRelay.Mail::recipient).containsExactly("grace@example.org");
    }

    private static Reply reply(String text) {
        return new Reply(Integer.parseInt(text.substring(0, 3)), text);
    }
}
