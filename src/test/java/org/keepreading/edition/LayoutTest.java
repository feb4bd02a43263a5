package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Teaser;

/** What a template is given of an edition. */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "1200, 800, 552, 368",
        "552, 300, 552, 300",
        "300, 200, 300, 200",
        "800, 1600, 276, 552",
        "3, 4000, 1, 552"
    })
    void showsAPictureNoLargerThanItIsAndNoTallerThanTheColumnIsWide(
            int width, int height, int shownWidth, int shownHeight) {
        var image = image(new Image("https://lighthouse.example/1.jpg", "Alt", null, null, width, height));

        assertThat(image.width()).isEqualTo(shownWidth);
        assertThat(image.height()).isEqualTo(shownHeight);
    }

    @Test
    void leavesTheHeightOpenWhereTheSourceDoesNotSay() {
        var image = image(new Image("https://lighthouse.example/1.jpg", "Alt", null, null, null, null));

        assertThat(image.width()).isEqualTo(552);
        assertThat(image.height()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"A seal, A cape, A seal", "'', A cape, A cape", ", , News"})
    void saysWhatAPictureShows(String alt, String caption, String shown) {
        var image = image(new Image("https://lighthouse.example/1.jpg", alt, caption, null, null, null));

        assertThat(image.alt()).isEqualTo(shown);
    }

    @Test
    void leavesOutAPictureThatIsNotOnTheWeb() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "News")
                .image(new Image("javascript:alert(1)", "Alt", null, null, 10, 10))
                .build();

        assertThat(set(teaser).image()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Free buses for under-23s from May | Free buses for under-23s from May
            Instacart workers are on strike. How far can it get them, and who will pay? | Instacart workers are on strike.
            IBM exits facial recognition, but that doesn’t mean it’s cutting ties with police | IBM exits facial recognition, but that doesn’t mean it’s…
            """)
    void saysInOneLineWhatALinkLeadsTo(String headline, String about) {
        assertThat(set(Lighthouse.teaser(1, Lighthouse.COAST, headline).build()).about())
                .isEqualTo(about);
    }

    @Test
    void readsWordsAndChineseLetters() {
        var english = Lighthouse.teaser(1, Lighthouse.COAST, "News")
                .excerpt("word ".repeat(460))
                .build();
        var chinese = Lighthouse.teaser(1, Lighthouse.COAST, "新聞")
                .excerpt("字".repeat(460))
                .build();

        assertThat(model(english).edition().minutes()).isEqualTo(3);
        assertThat(model(chinese).edition().minutes()).isEqualTo(2);
    }

    @Test
    void fillsAShortPreheaderWithWhatComesNext() {
        var model = model(
                Lighthouse.teaser(1, Lighthouse.COAST, "News").dek("Brief.").build());

        assertThat(model.edition().preheader()).isEqualTo("Brief. · The Morning Light");
    }

    private static Model.Image image(Image image) {
        return Objects.requireNonNull(
                set(Lighthouse.teaser(1, Lighthouse.COAST, "News").image(image).build())
                        .image());
    }

    private static Model.Teaser set(Teaser teaser) {
        return model(teaser).sections().get(0).teasers().get(0);
    }

    private static Model model(Teaser teaser) {
        var words = TemplateWords.of(Lighthouse.digest(), Locale.UK, Locale.UK);
        return Layout.model(Lighthouse.editionOf(teaser), Shortening.NONE, words, new Marks());
    }
}
