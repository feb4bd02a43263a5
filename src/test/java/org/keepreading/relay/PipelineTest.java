package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.ada;
import static org.keepreading.letter.HarbourMail.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.Answer.Deferred;
import org.keepreading.relay.Answer.Refused;
import org.keepreading.relay.Answer.Unanswered;
import org.keepreading.testing.ReadMessage;

/** What relays may answer to commands that were sent together (RFC 2920, section 3.1), to the line. */
class PipelineTest {
    private static final String MAIL = "MAIL FROM:<daily@harbour.example>";
    private static final String RCPT = "RCPT TO:<ada@example.org>";
    private final Message message =
            DAILY.letter(text("Ships"), text("x"), text("x")).message(ada());

    @Test
    void endsTheTransactionOfARelayThatWantsAMessageForNobody() throws Exception {
        var relay = new ScriptedRelay("250 Sender", "550 No such user", "354 Go on", "554 No recipients", "221 Bye");

        assertThat(send(relay)).isEqualTo(new Refused(new Reply(550, "550 No such user")));

        assertThat(relay.heard()).containsExactly(MAIL, RCPT, "DATA", ".", "QUIT");
    }

    @Test
    void sendsNobodyAnEmptyMessage() throws Exception {
        var relay = new ScriptedRelay("451 Later", "250 Recipient", "354 Go on");

        assertThat(send(relay)).isEqualTo(new Deferred(new Reply(451, "451 Later")));

        assertThat(relay.heard()).containsExactly(MAIL, RCPT, "DATA");
    }

    @Test
    void keepsARefusalThoughTheRelayLeavesRightAfterIt() throws Exception {
        var relay = new ScriptedRelay("250 Sender", "550 No such user", "421 Too many errors");

        assertThat(send(relay)).isEqualTo(new Refused(new Reply(550, "550 No such user")));
    }

    @Test
    void beginsAnewAfterARefusal() throws Exception {
        var relay = new ScriptedRelay(
                "250 Sender",
                "550 No such user",
                "503 No recipients",
                "250 Reset",
                "250 Sender",
                "550 No such user",
                "503 No recipients");
        try (var connection = RelayAt.port(relay.port()).open()) {
            connection.send(message);
            connection.send(message);
        }

        assertThat(relay.heard()).startsWith(MAIL, RCPT, "DATA", "RSET", MAIL, RCPT, "DATA");
    }

    @Test
    void trustsNoConnectionThatCanNotBeginAnew() throws Exception {
        var relay = new ScriptedRelay("451 Later", "503 No sender", "503 No sender", "502 No such command");
        try (var connection = RelayAt.port(relay.port()).open()) {
            connection.send(message);

            assertThatThrownBy(() -> connection.send(message)).hasMessageEndingWith("refuses RSET.");
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"354 Go on", "250-One code\r\n550 and another", "150 What", "2500 What", "OK", ""})
    void readsNoReplyForAnotherCommands(String reply) throws Exception {
        var relay = new ScriptedRelay("250 Sender", reply + "\r\n250 Recipient", "354 Go on");

        assertThat(send(relay)).isInstanceOf(Unanswered.class);

        assertThat(relay.heard()).containsExactly(MAIL, RCPT, "DATA");
    }

    @Test
    void trustsNoConnectionThatSaysMoreThanItWasAsked() throws Exception {
        var relay = new ScriptedRelay(repliesUpToTheDot("250 Taken\r\n250 And another"));
        try (var connection = RelayAt.port(relay.port()).open()) {
            assertThat(connection.send(message)).isInstanceOf(Accepted.class);

            assertThatThrownBy(() -> connection.send(message))
                    .hasMessageEndingWith("said \"250 And another\" unasked.");
        }
    }

    private String[] repliesUpToTheDot(String last) {
        var silence = Collections.nCopies(ReadMessage.of(message).lines().size() - 1, "");
        return Stream.of(List.of("250 Sender", "250 Recipient", "354 Go on"), silence, List.of(last))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private Answer send(ScriptedRelay relay) throws RelayTrouble {
        try (var connection = RelayAt.port(relay.port()).open()) {
            return connection.send(message);
        }
    }
}
