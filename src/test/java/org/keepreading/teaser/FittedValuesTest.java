package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keepreading.address.SectionKey;

/** Whoever makes these values, they fit their columns. */
class FittedValuesTest {
    private static final String LONG = "\u0000" + "😀".repeat(10_000);
    private static final ArticleUrl URL = new ArticleUrl("https://harbour.example/ferry");

    @Test
    void ofATeaser() {
        var draft = new Draft(
                "harbour",
                LONG,
                new Section(new SectionKey("city"), LONG),
                LONG,
                LONG,
                URL,
                null,
                List.of("a\u0000b"),
                null,
                null,
                LONG);

        assertThat(draft.guid()).hasSizeLessThanOrEqualTo(2000).doesNotContain("\u0000");
        assertThat(draft.section().title()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
        assertThat(draft.headline()).hasSizeLessThanOrEqualTo(1000).endsWith("😀…");
        assertThat(draft.dek()).hasSizeLessThanOrEqualTo(10_000).endsWith("😀…");
        assertThat(draft.sponsor()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
        assertThat(draft.excerpt()).containsExactly("ab");
    }

    @Test
    void ofAnAuthor() {
        var author = new Author(LONG, LONG, LONG, LONG);

        assertThat(author.name()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
        assertThat(author.bio()).hasSizeLessThanOrEqualTo(10_000).endsWith("😀…");
        assertThat(author.email()).isNull();
        assertThat(author.handle()).hasSizeLessThanOrEqualTo(100).endsWith("😀…");
    }

    @Test
    void ofAPicture() {
        var image = new Image("https://harbour.example/ferry.jpg", LONG, LONG, LONG, null, null);

        assertThat(List.of(image.alt() + "", image.caption() + "", image.credit() + ""))
                .allSatisfy(words ->
                        assertThat(words).hasSizeLessThanOrEqualTo(10_000).endsWith("😀…"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Image("https://harbour.example/" + LONG, null, null, null, null, null));
    }

    @Test
    void keepSectionsApartWhoseTitlesBeginAlike() {
        assertThat(SectionKey.of("desk ".repeat(20) + "north"))
                .isNotEqualTo(SectionKey.of("desk ".repeat(20) + "south"));
    }
}
