package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long a pattern is looked for in somebody else's text. */
class SearchTest {
    private static final Pattern END = Pattern.compile("( ?,? ?,?)*end");

    /** Finds what ends in b, after it tried all ways to cut it into four; of 100 letters there are 176,851. */
    private static final Pattern SLOW = Pattern.compile("a*a*a*x|a*b");

    @Test
    void findsWhatAPatternFinds() {
        assertThat(Search.matches(END, ", , end")).isTrue();
        assertThat(Search.without(END, "Words, end")).isEqualTo("Words");
        assertThat(Search.replaceFirst(Pattern.compile("(\\.) more$"), "Words. more", "$1"))
                .isEqualTo("Words.");
    }

    @Test
    void looksAtAnHonestTextInEveryWay() {
        var text = "a".repeat(50) + "b";

        assertThat(Search.matches(SLOW, text)).isTrue();
        assertThat(Search.without(SLOW, text)).isEmpty();
    }

    @Test
    void givesUpATextThatWasMadeToTakeForEver() {
        var text = "a".repeat(100) + "b";

        assertThat(Search.matches(SLOW, text)).isFalse();
        assertThat(Search.without(SLOW, text)).isEqualTo(text);
    }
}
