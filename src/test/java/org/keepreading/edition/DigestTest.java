package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the digest shows; what every template holds is in {@link EveryTemplateTest}. */
class DigestTest {
    private final Document page =
            Jsoup.parse(toAda(Lighthouse.digest(Lighthouse.edition()).html()));

    @Test
    void marksItsOwnWordsWhereTheyAreInAnotherLanguage() {
        var newsletter = Lighthouse.newsletter(Locale.JAPANESE, "News");

        var foreign = Jsoup.parse(
                toAda(Lighthouse.digest(Lighthouse.edition(newsletter)).html()));

        assertThat(foreign.select("html").attr("lang")).isEqualTo("ja");
        assertThat(foreign.select("span[lang=en]").eachText()).contains("Keep Reading", "By Inês Duarte");
    }

    @Test
    void saysWithEachKeepReadingWhatItLeadsTo() {
        assertThat(page.select("a:contains(Keep Reading)").eachText())
                .hasSize(7)
                .contains("Keep Reading: Seagrass is back in the bay, and nobody planted it")
                .contains("Keep Reading: The last lighthouse keepers are leaving.")
                .doesNotHaveDuplicates();
    }

    @Test
    void showsAnExcerptsLinks() {
        assertThat(page.select("a[href=https://survey.example/map]").text()).isEqualTo("anybody can read it");
    }

    @Test
    void showsWhatBelongsToADigest() {
        assertThat(page.select("h1").text()).isEqualTo("The Morning Light");
        assertThat(page.text())
                .contains("Monday, 2 March 2026", "7 stories, 2 minutes")
                .contains("Taken on the morning of 1 March. Marta Lemos/The Lighthouse")
                .contains("By Inês Duarte Inês covers the sea")
                .containsOnlyOnce("Inês covers the sea")
                .contains("Latest stories Library stays open on Sundays, after all Town Hall")
                .contains("That’s all for this edition.");
        assertThat(page.select("h2").eachText())
                .containsExactly(Lighthouse.keepers().headline(), "Coast", "Town Hall", "Table", "Latest stories");
        assertThat(page.select("h3")).hasSize(6);
    }
}
