package org.keepreading.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words by which other programs say whether somebody wants mail. */
class StatusWordsTest {
    private static final StatusWords NOTHING_SAID = new StatusWords(Map.of());

    @ParameterizedTest
    @CsvSource({
        "status, blocklisted, blocklisted",
        "status, cleaned, cleaned",
        "status, Marked as spam, Marked as spam",
        "subscribed_to_emails, false, false",
        "Email Marketing Consent, NEVER_SUBSCRIBED, NEVER_SUBSCRIBED",
        "Accepts Email Marketing, no, no",
        "HasOptedOutOfEmail, 1, HasOptedOutOfEmail",
        "UNSUB_TIME, 2024-05-01 10:00:00, UNSUB_TIME",
        "Email hard bounce reason, Mailbox full, Email hard bounce reason",
        "state, cleaned, cleaned",
        "Zustand, abgemeldet, abgemeldet",
        "opt-in, 0, 0",
        "active, no, no",
    })
    void refuseWhatIsNotUnderstood(String column, String word, String toMap) {
        assertThatThrownBy(() -> NOTHING_SAID.of(Map.of(column, word)))
                .hasMessageContaining("\"" + word + "\"")
                .hasMessageContaining("--status \"" + toMap + "=unsubscribed\"")
                .hasMessageNotContaining("another name");
    }

    @ParameterizedTest
    @CsvSource({
        "subscribed_to_emails, true",
        "Unsubscribed from all email, false",
        "Bounces, 0",
        "Subscribed, 2024-05-01",
        "unsubscribe_link, https://old.example/u/1",
        "OPTIN_IP, 192.0.2.1",
        "State, CA",
        "Town, Porto",
    })
    void sayNothingWhereNothingSpeaksAgainstMailing(String column, String word) {
        assertThat(NOTHING_SAID.of(Map.of(column, word))).isNull();
    }

    @Test
    void believeWhicheverColumnAllowsLess() {
        assertThat(NOTHING_SAID.of(Map.of("status", "Active", "state", "bounced")))
                .isEqualTo(Status.BOUNCED);
    }
}
