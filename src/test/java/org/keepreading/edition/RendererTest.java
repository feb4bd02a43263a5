package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keepreading.edition.MergeText.Piece;

class RendererTest {
    private final Renderer renderer = new Renderer(EditionSettings.defaults());

    @Test
    void takesTheSubjectFromTheNewsletter() {
        var variant = renderer.render(Lighthouse.edition(), Lighthouse.digest(), Lighthouse.everything());

        assertThat(words(variant.subject())).isEqualTo(Lighthouse.keepers().headline());
    }

    @Test
    void leavesWhatDiffersFromReaderToReaderOpen() {
        var variant = renderer.render(Lighthouse.edition(), Lighthouse.digest(), Lighthouse.everything());

        assertThat(fields(variant.html()))
                .contains(MergeField.UNSUBSCRIBE_URL, MergeField.PREFERENCES_URL, MergeField.WEB_URL);
        assertThat(fields(variant.text()))
                .contains(MergeField.UNSUBSCRIBE_URL, MergeField.PREFERENCES_URL, MergeField.WEB_URL);
    }

    @Test
    void showsOnlyTheSectionsThatTheReaderChose() {
        var choice = new Choice(Set.of(Lighthouse.TABLE.key()), Locale.ENGLISH);

        var variant = renderer.render(Lighthouse.edition(), Lighthouse.digest(), choice);

        assertThat(words(variant.subject())).isEqualTo("The soup that fed the fog");
        assertThat(words(variant.html())).contains("Six knives").doesNotContain("Seagrass");
    }

    private static String words(MergeText text) {
        return text.pieces().stream()
                .map(piece -> piece instanceof Piece.Words words ? words.value() : "")
                .collect(Collectors.joining());
    }

    private static List<MergeField> fields(MergeText text) {
        return text.pieces().stream()
                .filter(Piece.Field.class::isInstance)
                .map(piece -> ((Piece.Field) piece).field())
                .toList();
    }
}
