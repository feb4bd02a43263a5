package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newsroom's colour needs so that its readers can read it. */
class ColourTest {

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#767676, #ffffff, 4.54", "#ff0000, #ffffff, 4.00"})
    void standsOutAsWcagMeasuresIt(String one, String other, double ratio) {
        assertThat(Colour.parse(one).contrast(Colour.parse(other))).isCloseTo(ratio, within(0.005));
        assertThat(Colour.parse(other).contrast(Colour.parse(one))).isCloseTo(ratio, within(0.005));
    }

    @Test
    void isMeasuredOnTheWorstOfItsGrounds() {
        var grey = Colour.parse("#767676");

        assertThat(grey.isReadableOn(List.of(new Colour(0xffffff)))).isTrue();
        assertThat(grey.isReadableOn(Look.LIGHT)).isFalse();
    }

    @Test
    void keepsWhatCanBeRead() {
        var red = Colour.parse("#a3291b");

        assertThat(red.darkenedFor(Look.LIGHT)).isEqualTo(red);
    }

    @Test
    void canBeReadInLightAndDarkWhateverItWas() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var colour = new Colour(random.nextInt(0x1000000));
            assertThat(colour.darkenedFor(Look.LIGHT).isReadableOn(Look.LIGHT))
                    .as("%s", colour)
                    .isTrue();
            assertThat(colour.lightenedFor(Look.DARK).isReadableOn(Look.DARK))
                    .as("%s", colour)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"#ffcc00, #876c00", "#00aaff, #0075af", "#ff0000, #e10000", "#ffffff, #6f6f6f"})
    void keepsItsHueWhenItIsDarkened(String colour, String darker) {
        assertThat(Colour.parse(colour).darkenedFor(Look.LIGHT)).hasToString(darker);
    }
}
