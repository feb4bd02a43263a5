package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in words, as editors write them. */
class CountTest {

    @ParameterizedTest
    @CsvSource({
        "1, one, first",
        "6, six, sixth",
        "12, twelve, twelfth",
        "13, 13, 13th",
        "21, 21, 21st",
        "22, 22, 22nd",
        "33, 33, 33rd",
        "40, 40, 40th",
        "111, 111, 111th",
        "112, 112, 112th",
        "121, 121, 121st"
    })
    void saysNumbersAsTheyStandInASentence(int number, String cardinal, String ordinal) {
        assertThat(Count.cardinal(number)).isEqualTo(cardinal);
        assertThat(Count.ordinal(number)).isEqualTo(ordinal);
    }
}
