package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyClassTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 No such mailbox",
                "552-5.2.2 Mailbox full",
                "554 Refused",
                "451 4.7.1 Try later",
                "421 Busy",
                "The address can't be written as an SMTP command.",
                ""
            })
    void takesWhateverAFailureIsKnownBy(String reply) {
        var known = OutcomeClass.of(DeliveryStatus.FAILED, reply);

        assertThat(new ReplyClass(known)).hasToString(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "571", "5.9", "3", "5.7.1", "policy"})
    void takesNothingElse(String word) {
        assertThatThrownBy(() -> new ReplyClass(word))
                .hasMessageStartingWith("\"" + word + "\" is no class of replies.");
    }
}
