package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.newsletter.Colour;
import org.keepreading.newsletter.Look;

/** What a newsletter's look changes of each template that we ship. */
@ParameterizedClass
@ValueSource(strings = {"digest", "brief"})
class LookTest {
    private static final String GREEN = "#0b6b3a";

    private final String template;

    LookTest(String template) {
        this.template = template;
    }

    @Test
    void setsTheAccentInLightAndALighterOneInDark() {
        var page = page("look: {accent: \"" + GREEN + "\"}\n");
        var dark = new Colour(0x0b6b3a).lightenedFor(Look.DARK).toString();

        assertThat(page.select("h2:contains(Town Hall)").attr("style")).contains("color:" + GREEN);
        assertThat(page.select("style").outerHtml()).contains("color:" + dark);
        assertThat(page.outerHtml()).doesNotContain("#b02e17", "#ff9c82");
    }

    @Test
    void setsHeadlinesInTheTypeThatItNames() {
        assertThat(page("look: {type: sans}\n").outerHtml())
                .contains("Helvetica")
                .doesNotContain("Georgia");
        assertThat(page("look: {type: serif}\n").select("h3").attr("style")).contains("Georgia");
    }

    @Test
    void putsTheLogoInThePlaceOfTheTitle() {
        var page = page("look: {logo: https://lighthouse.example/logo.png}\n");

        var logo = page.select("h1 > a[href=https://lighthouse.example] > img");
        assertThat(logo.attr("src")).isEqualTo("https://lighthouse.example/logo.png");
        assertThat(logo.attr("alt")).isEqualTo("The Morning Light");
        assertThat(logo.attr("height")).isEqualTo("48");
        assertThat(logo.attr("style")).contains("display:block", "height:48px", "font-family:", "color:");
        assertThat(page.select("h1").text()).isEmpty();
    }

    @Test
    void changesNothingWhereItSaysNothing() {
        assertThat(page("").outerHtml())
                .isEqualTo(Jsoup.parse(toAda(Lighthouse.rendered(template, Lighthouse.edition())
                                .html()))
                        .outerHtml());
    }

    private Document page(String look) {
        var edition = Lighthouse.edition(Lighthouse.newsletterWith(look));
        return Jsoup.parse(toAda(Lighthouse.rendered(template, edition).html()));
    }
}
