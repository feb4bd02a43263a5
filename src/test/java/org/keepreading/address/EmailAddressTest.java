package org.keepreading.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses mail can be sent to, and which spellings are one. */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "ada+news@example.org, ada+news@example.org",
        "o'hara@example.org, o'hara@example.org",
        "ada@münchen.example, ada@xn--mnchen-3ya.example",
        "ada@MÜNCHEN.example, ada@xn--mnchen-3ya.example",
        "ada@xn--mnchen-3ya.example, ada@xn--mnchen-3ya.example",
        "ada@例え.jp, ada@xn--r8jz45g.jp"
    })
    void hasOneKeyHoweverItIsSpelt(String spelling, String key) {
        assertThat(new EmailAddress(spelling).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@@example.org",
                "a..b@example.org",
                "ada@example..org",
                "ada@-example.org",
                "ada@example.org, grace@example.org",
                "Ada <ada@example.org>",
                "<ada@example.org>",
                "ada(comment)@example.org",
                "@relay.example:ada@example.org",
                "ada@[127.0.0.1]",
                "ada @example.org",
                "\"ada\"@example.org",
                "\"ada lovelace\"@example.org",
                "a\u0000da@example.org"
            })
    void refusesWhatIsNone(String spelling) {
        assertThatThrownBy(() -> new EmailAddress(spelling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no email address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"用户@example.org", "zoë@example.org", "a\u200Bda@example.org", "ada\u2028@example.org"})
    void refusesWhatOnlyFewRelaysTake(String spelling) {
        assertThatThrownBy(() -> new EmailAddress(spelling)).hasMessageContaining("is not plain ASCII before the @");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: eve@example.org", "\n", "\r", "\u0085", "\u2028", ">\r\nDATA"})
    void canCarryNoLineIntoAHeaderOrACommand(String tail) {
        assertThatThrownBy(() -> new EmailAddress("ada@example.org" + tail))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("ada" + tail + "@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@faß.example", "ada@exa\u00ADmple.org", "ada@na\u200Dme.example"})
    void refusesADomainThatOldAndNewRulesReadDifferently(String spelling) {
        assertThatThrownBy(() -> new EmailAddress(spelling))
                .hasMessageContaining("can be read in two ways")
                .hasMessageContaining("xn--");
    }

    @Test
    void showsNoMoreThanItsOwnerNeedsToKnowItBy() {
        assertThat(new EmailAddress("ada.lovelace@example.org").masked()).isEqualTo("a•••@example.org");
    }
}
