package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.relay.TestRelays;

/** The words by which failed deliveries are told apart. */
class OutcomeKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 No such mailbox",
                "552-5.2.2 Mailbox full",
                "554 Refused",
                "451 4.7.1 Try later",
                "421 Busy",
            })
    void takesWhateverAFailureIsKnownBy(String reply) {
        var known = Outcome.of(TestRelays.answer(reply)).kind();

        assertThat(OutcomeKind.failing(known.word())).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsendable", "unanswered", "time-out"})
    void takesWhatFailsWithoutAReply(String word) {
        assertThat(OutcomeKind.failing(word)).hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "571", "5.9", "3", "5.7.1", "policy"})
    void takesNothingElse(String word) {
        assertThatThrownBy(() -> OutcomeKind.failing(word))
                .hasMessageStartingWith("\"" + word + "\" is no class of replies.");
    }
}
