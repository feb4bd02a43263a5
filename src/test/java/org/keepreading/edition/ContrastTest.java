package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2, success criterion 1.4.3: text at least 4.5 to 1, on every ground that the style sheet has. */
class ContrastTest {
    private final String css =
            Objects.requireNonNull(Lighthouse.digest().files().get("style.css"));

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "soft, paper",
        "accent, paper",
        "ink, tint",
        "soft, tint",
        "accent, tint",
        "dark-ink, dark-paper",
        "dark-soft, dark-paper",
        "dark-accent, dark-paper",
        "dark-ink, dark-tint",
        "dark-soft, dark-tint",
        "dark-accent, dark-tint"
    })
    void isEnoughToRead(String text, String ground) {
        assertThat(contrast(luminance(text), luminance(ground))).isGreaterThanOrEqualTo(4.5);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG's relative luminance. */
    private double luminance(String colour) {
        var found = Pattern.compile("--" + colour + ": #([0-9a-f]{6});").matcher(css);
        assertThat(found.find()).as(colour).isTrue();
        var rgb = Integer.parseInt(found.group(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
