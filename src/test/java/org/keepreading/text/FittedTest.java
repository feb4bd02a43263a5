package org.keepreading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words from outside as a column takes them. */
class FittedTest {
    private static final String FAMILY = "👩\u200D👩\u200D👧\u200D👦";

    @ParameterizedTest
    @CsvSource({
        "ferry, 5, ferry",
        "ferry, 4, fer…",
        "Zoe\u0301 sings, 5, Zoe\u0301…",
        "Zoe\u0301 sings, 4, Zo…",
        "a😀b, 3, a…"
    })
    void endsAfterAWholeCharacter(String text, int longest, String kept) {
        assertThat(Fitted.cut(text, longest)).isEqualTo(kept);
    }

    @Test
    void endsBeforeAFamilyThatHasNoRoom() {
        assertThat(Fitted.cut("ab" + FAMILY, 12)).isEqualTo("ab…");
    }

    @Test
    void endsSomewhereInACharacterThatIsLongerThanItsColumn() {
        assertThat(Fitted.cut("a" + "\u0301".repeat(5_000), 1_000)).hasSize(1_000);
        assertThat(Fitted.cut("😀" + "\u200D😀".repeat(5_000), 1_000)).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void losesWhatNoColumnTakes() {
        assertThat(Fitted.storable("a\u0000b\uD83Dc\uDE00d😀")).isEqualTo("abcd😀");
    }

    @Test
    void keepsLongKeysApart() {
        var one = Fitted.key("x".repeat(3_000) + "1", 2_000);
        var other = Fitted.key("x".repeat(3_000) + "2", 2_000);

        assertThat(one).hasSize(2_000).isNotEqualTo(other).isEqualTo(Fitted.key("x".repeat(3_000) + "1", 2_000));
        assertThat(Fitted.key(one, 2_000)).isEqualTo(one);
    }

    /** H2 counts UTF-16 units, PostgreSQL characters: who counts the former fits into both. */
    @ParameterizedTest
    @EnumSource
    void fitsIntoAColumnOfEitherDatabase(TestDatabase database) {
        var jdbc = JdbcClient.create(database.fresh());
        var kept = Fitted.cut("😀\uD800\u0000".repeat(1_000), 200);

        jdbc.sql("insert into section (section_key, title) values ('city', ?)")
                .param(kept)
                .update();

        assertThat(jdbc.sql("select title from section").query(String.class).single())
                .isEqualTo(kept)
                .isEqualTo(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
