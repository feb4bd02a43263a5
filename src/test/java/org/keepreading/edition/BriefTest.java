package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the brief shows; what every template holds is in {@link EveryTemplateTest}. */
class BriefTest {
    private final Document page = page(Lighthouse.edition());

    @Test
    void listsOnTopWhatIsInIt() {
        assertThat(page.text())
                .contains("7 stories In this edition Coast 3 · Town Hall 2 · Table 2 The last lighthouse");
        assertThat(toAda(Lighthouse.rendered("brief", Lighthouse.edition()).text()))
                .contains("\nIn this edition: Coast 3, Town Hall 2, Table 2\n");
    }

    @Test
    void listsNothingWhereAllIsOfOneSection() {
        assertThat(page(Lighthouse.editionOf(Lighthouse.ferry())).text()).doesNotContain("In this edition");
    }

    @Test
    void leadsNowhereWithinTheMailAsSuchLinksAreDeadOnPhones() {
        assertThat(page.select("a[href^=#]")).isEmpty();
    }

    @Test
    void saysInTwoLinesWhatAStoryIsAbout() {
        assertThat(page.select("h2:contains(keepers) ~ p.dek, p.dek").eachText())
                .contains("Eleven years after the trawling ban, divers count forty hectares of…")
                .allSatisfy(summary -> assertThat(summary).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void saysHowTheArticleBeginsWhereThereIsNoDek() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "Boats")
                .excerpt(
                        "The boat <a href=\"https://survey.example\">is back</a>. Nobody knows who steered it, or where it has been.")
                .build();

        assertThat(page(Lighthouse.editionOf(teaser)).select("p.dek").text())
                .isEqualTo("The boat is back. Nobody knows who steered it, or where it has been.");
    }

    @Test
    void showsAPictureSmallBesideTheWords() {
        var picture = page.select("td:has(h3:contains(Seagrass)) ~ td img");

        assertThat(picture.attr("width")).isEqualTo("72");
        assertThat(picture.attr("height")).isEqualTo("48");
        assertThat(page.select("a[href=https://lighthouse.example/coast/2] > img"))
                .isEqualTo(picture);
    }

    @Test
    void describesASmallPictureInFewWords() {
        assertThat(page.select("img").eachAttr("alt")).contains("A white lighthouse on a cliff at dusk…");
    }

    @Test
    void tellsPicturesApartWhoseFewWordsWouldBeTheSame() {
        var alt = "A very long description of a picture that begins like the other one, ";
        var set = new Edition.SetSection(
                Lighthouse.COAST,
                List.of(
                        Lighthouse.teaser(1, Lighthouse.COAST, "One")
                                .image("1", alt + "one", 1200, 800)
                                .build(),
                        Lighthouse.teaser(2, Lighthouse.COAST, "Two")
                                .image("2", alt + "two", 1200, 800)
                                .build()));
        var edition = new Edition(1, Lighthouse.newsletter(), Lighthouse.SLOT, null, List.of(set), List.of());

        assertThat(page(edition).select("img").eachAttr("alt")).doesNotHaveDuplicates();
    }

    @Test
    void isLight() {
        assertThat(toAda(Lighthouse.rendered("brief", Lighthouse.large()).html()))
                .hasSizeLessThan(60 * 1024);
    }

    private static Document page(Edition edition) {
        return Jsoup.parse(toAda(Lighthouse.rendered("brief", edition).html()));
    }
}
