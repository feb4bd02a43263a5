package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.reader;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.letter.HarbourMail;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.Answer.Deferred;
import org.keepreading.relay.Answer.Refused;
import org.keepreading.relay.Answer.Unanswered;
import org.keepreading.relay.RelayTrouble.Cure;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.ReadMessage;

/** One conversation that goes wrong at one stage, with commands sent together (PIPELINING) and one by one. */
@ParameterizedClass(name = "a relay that offers {0}")
@ValueSource(strings = {"PIPELINING", "SIZE 100000000"})
class RelayConnectionTest {
    private final Message first = DAILY.letter().message(reader("ada@example.org", "Ada"));
    private final Message second = DAILY.letter().message(reader("grace@example.org", "Grace"));
    private final FaultyRelay relay = new FaultyRelay();
    private final RelayConnection connection;

    RelayConnectionTest(String extension) throws RelayTrouble {
        connection = RelayAt.port(relay.offering(extension).port()).open();
    }

    @AfterEach
    void close() {
        connection.close();
        relay.close();
    }

    @Test
    void deliversEachMessageToItsReaderAsItWasWritten() throws Exception {
        assertThat(connection.send(first)).isInstanceOf(Accepted.class);
        assertThat(connection.send(second)).isInstanceOf(Accepted.class);

        assertThat(relay.taken())
                .containsExactly(
                        new FaultyRelay.Mail(
                                "daily@harbour.example",
                                "ada@example.org",
                                ReadMessage.of(first).raw()),
                        new FaultyRelay.Mail(
                                "daily@harbour.example",
                                "grace@example.org",
                                ReadMessage.of(second).raw()));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 Later",
        "MAIL, 550 5.7.1 Not this sender",
        "RCPT, 450 4.2.0 Greylisted",
        "RCPT, 452-4.2.2 The mailbox|452 4.2.2 is full",
        "DATA, 451 4.3.0 Later",
        "DOT, 452 4.3.1 No space"
    })
    void triesAgainLaterWhatIsRefusedForNow(Stage stage, String reply) throws Exception {
        relay.next(1, stage, Fault.reply(reply.replace('|', '\n')));

        assertThat(connection.send(first)).isEqualTo(new Deferred(reply(reply)));

        assertThatOnlyTheNextMessageArrives();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 No such user",
        "RCPT, 550-5.1.1 No|550 5.1.1 such user",
        "DATA, 554 5.7.1 No",
        "DOT, 554 5.6.0 Spam"
    })
    void givesUpWhatIsRefusedForGood(Stage stage, String reply) throws Exception {
        relay.next(1, stage, Fault.reply(reply.replace('|', '\n')));

        assertThat(connection.send(first)).isEqualTo(new Refused(reply(reply)));

        assertThatOnlyTheNextMessageArrives();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void blamesNoMessageWhereTheRelayTakesItsLeave(Stage stage) {
        relay.next(1, stage, Fault.reply("421 4.3.2 Shutting down"));

        assertThatThrownBy(() -> connection.send(first))
                .isInstanceOf(RelayTrouble.class)
                .hasMessage("Relay localhost:%d closes the connection: 421 4.3.2 Shutting down.", relay.port());
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void triesAgainLaterWhatTheRelayLeavesWithAtTheFinalDot() throws Exception {
        relay.next(1, Stage.DOT, Fault.reply("421 4.3.2 Shutting down"));

        assertThat(connection.send(first)).isEqualTo(new Deferred(reply("421 4.3.2 Shutting down")));
        assertThat(connection.isOpen()).isFalse();
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                arguments("drops", Fault.drop()),
                arguments("resets", Fault.reset()),
                arguments("hangs", Fault.hang()),
                arguments("talks nonsense", Fault.garbage()),
                arguments("never ends", Fault.enormous()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void blamesNoMessageThatTheRelayDoesNotEvenBeginWith(String what, Fault fault) throws Exception {
        relay.next(1, Stage.MAIL, fault);

        try (var impatient = impatient()) {
            assertThatThrownBy(() -> impatient.send(first))
                    .isInstanceOfSatisfying(
                            RelayTrouble.class,
                            trouble -> assertThat(trouble.cure()).isEqualTo(Cure.TIME));
            assertThat(impatient.isOpen()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void knowsNothingOfAMessageThatTheRelayGoesSilentOn(String what, Fault fault) throws Exception {
        for (var stage : List.of(Stage.RCPT, Stage.DATA, Stage.DOT)) {
            relay.next(1, stage, fault);

            try (var impatient = impatient()) {
                assertThat(impatient.send(first)).as(stage.name()).isInstanceOf(Unanswered.class);
                assertThat(impatient.isOpen()).as(stage.name()).isFalse();
            }
        }
        assertThat(relay.taken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void doesNotTakeAMessageForSentWhoseReplyIsLost(String what, Fault fault) throws Exception {
        relay.next(1, Stage.DOT, fault.afterTaking());

        try (var impatient = impatient()) {
            assertThat(impatient.send(first)).isInstanceOf(Unanswered.class);
        }
        assertThat(relay.taken()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "DOT"})
    void readsRepliesThatComeInPieces(Stage stage) throws Exception {
        relay.next(1, stage, Fault.byteByByte());

        assertThat(connection.send(first)).isInstanceOf(Accepted.class);
        assertThat(connection.send(second)).isInstanceOf(Accepted.class);
    }

    @Test
    void stopsWritingToARelayThatReadsNothing() throws Exception {
        relay.next(1, Stage.BODY, Fault.stall());
        var huge = DAILY.letter(
                        HarbourMail.text("Huge"), HarbourMail.text("x".repeat(12_000_000)), HarbourMail.text("x"))
                .message(reader("ada@example.org", "Ada"));

        try (var impatient = impatient()) {
            assertThat(impatient.send(huge)).isInstanceOf(Unanswered.class);
            assertThat(impatient.isOpen()).isFalse();
        }
    }

    @Test
    void noticesThatAnIdleConnectionWasClosed() throws Exception {
        connection.send(first);
        relay.heal();

        assertThatThrownBy(() -> connection.send(second)).isInstanceOf(RelayTrouble.class);
        assertThat(connection.isOpen()).isFalse();
    }

    private RelayConnection impatient() throws RelayTrouble {
        return RelayAt.port(relay.port()).impatient().open();
    }

    private void assertThatOnlyTheNextMessageArrives() throws RelayTrouble {
        assertThat(connection.send(second)).isInstanceOf(Accepted.class);
        assertThat(relay.taken()).extracting(FaultyRelay.Mail::recipient).containsExactly("grace@example.org");
    }

    private static Reply reply(String text) {
        return new Reply(Integer.parseInt(text.substring(0, 3)), text.replace('|', ' '));
    }
}
