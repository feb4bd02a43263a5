package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SearchTest {
    private static final Pattern ENDLESS = Pattern.compile("( ?,? ?,?)*end");

    @Test
    void findsWhatAPatternFinds() {
        assertThat(Search.matches(ENDLESS, ", , end")).isTrue();
        assertThat(Search.without(ENDLESS, "Words, end")).isEqualTo("Words");
        assertThat(Search.replaceFirst(Pattern.compile("(\\.) more$"), "Words. more", "$1"))
                .isEqualTo("Words.");
    }

    @Test
    @Timeout(10)
    void findsNothingInATextThatWasMadeToTakeForEver() {
        var text = " ,".repeat(300) + "never";

        assertThat(Search.matches(ENDLESS, text)).isFalse();
        assertThat(Search.without(ENDLESS, text)).isEqualTo(text);
    }
}
