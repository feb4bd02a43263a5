package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.newsletter.Colour;
import org.keepreading.newsletter.Look;

/** WCAG 2.2, success criterion 1.4.3: text at least 4.5 to 1, on every ground that the style sheet has. */
class ContrastTest {
    private final String css =
            Objects.requireNonNull(Lighthouse.digest().files().get("../shared/base.css"));

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
        assertThat(Colour.parse(value(text)).contrast(Colour.parse(value(ground))))
                .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void isMeasuredForANewslettersAccentOnTheSameGrounds() {
        assertThat(Look.LIGHT).extracting(Colour::toString).containsExactly(value("paper"), value("tint"));
        assertThat(Look.DARK).extracting(Colour::toString).containsExactly(value("dark-paper"), value("dark-tint"));
    }

    private String value(String colour) {
        var found = Pattern.compile("--" + colour + ": (#[0-9a-f]{6});").matcher(css);
        assertThat(found.find()).as(colour).isTrue();
        return found.group(1);
    }
}
