package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.edition.MergeText.Piece;

/** An edition as HTML, text and subject in its template. */
class RendererTest {
    private final Renderer renderer = new Renderer(EditionSettings.defaults());

    @Test
    void takesTheSubjectFromTheNewsletter() {
        var variant = Lighthouse.digest(Lighthouse.edition());

        assertThat(toAda(variant.subject())).isEqualTo(Lighthouse.keepers().headline());
    }

    @Test
    void takesTheTemplatesSubjectWhereTheNewslettersSpeaksOfALeadAndThereIsNone() {
        var variant = Lighthouse.digest(Lighthouse.editionOf(Lighthouse.advertorial()));

        assertThat(toAda(variant.subject())).isEqualTo("The Morning Light, Monday, 2 March 2026");
    }

    @Test
    void setsASubjectOnOneLine() {
        var newsletter = Lighthouse.newsletter(Locale.ENGLISH, "  News\r\n\t${newsletter.title}\n");

        var variant = Lighthouse.digest(Lighthouse.edition(newsletter));

        assertThat(toAda(variant.subject())).isEqualTo("News The Morning Light");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${lead.headline}                       | The night ferry to the islands, the last one before winter, sells out in nine minutes | The night ferry to the islands, the last one before winter, sells out…
            ${lead.headline} (${newsletter.title}) | The night ferry to the islands, the last one before winter, sells out | The night ferry to the islands, the last one… (The Morning Light)
            ${lead.headline}                       | A headline of seventy letters, which is just what an inbox can show us | A headline of seventy letters, which is just what an inbox can show us
            News of the day: a subject that the newsroom wrote itself is as long as it is | News | News of the day: a subject that the newsroom wrote itself is as long as it is
            ${lead.headline}                       | Boat 👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀 | Boat 👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀
            """)
    void shortensASubjectThatTheLeadMakesTooLongForAnInbox(String subject, String headline, String shown) {
        var lead = new Edition.Lead(
                Lighthouse.COAST,
                Lighthouse.teaser(1, Lighthouse.COAST, headline).build());
        var newsletter = Lighthouse.newsletter(Locale.ENGLISH, subject);

        var variant = Lighthouse.digest(new Edition(1, newsletter, Lighthouse.SLOT, lead, List.of(), List.of()));

        assertThat(toAda(variant.subject())).isEqualTo(shown);
        assertThat(Jsoup.parse(toAda(variant.html())).select("h2").text()).isEqualTo(headline);
    }

    @Test
    void cutsNoLetterOfASubjectInTwo() {
        var family = "👩🏽‍🚀";
        var lead = new Edition.Lead(
                Lighthouse.COAST,
                Lighthouse.teaser(1, Lighthouse.COAST, family.repeat(80)).build());

        var variant = Lighthouse.digest(new Edition(
                1,
                Lighthouse.newsletter(Locale.ENGLISH, "${lead.headline}"),
                Lighthouse.SLOT,
                lead,
                List.of(),
                List.of()));

        assertThat(toAda(variant.subject())).isEqualTo(family.repeat(69) + "…");
    }

    @Test
    void leavesOpenWhatDiffersFromReaderToReader() {
        var newsletter = Lighthouse.newsletter(Locale.ENGLISH, "${recipient.name}: ${lead.headline}");

        var variant = Lighthouse.digest(Lighthouse.edition(newsletter));

        assertThat(fields(variant.subject())).containsExactly(MergeField.NAME);
        assertThat(fields(variant.html()))
                .containsExactlyInAnyOrder(
                        MergeField.EMAIL, MergeField.UNSUBSCRIBE_URL, MergeField.PREFERENCES_URL, MergeField.WEB_URL);
        assertThat(fields(variant.text()))
                .containsExactlyInAnyOrder(
                        MergeField.EMAIL, MergeField.UNSUBSCRIBE_URL, MergeField.PREFERENCES_URL, MergeField.WEB_URL);
    }

    @Test
    void showsOnlyTheSectionsThatTheReaderChose() {
        var choice = new Choice(Set.of(Lighthouse.TABLE.key()), Locale.ENGLISH);

        var variant = renderer.render(Lighthouse.edition(), Lighthouse.digest(), choice);

        assertThat(toAda(variant.subject())).isEqualTo("The soup that fed the fog");
        assertThat(toAda(variant.html())).contains("Six knives", "strawberries").doesNotContain("Seagrass", "Library");
    }

    @Test
    void neverLooksForTemplateSyntaxOrMarksInWhatAFeedBrings() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "kr0123UNSUBSCRIBE_URLkr ${7*7} <#stop> [=7*7]")
                .build();

        var variant = Lighthouse.digest(Lighthouse.editionOf(teaser));

        assertThat(toAda(variant.html())).contains("kr0123UNSUBSCRIBE_URLkr ${7*7} &lt;#stop&gt; [=7*7]");
        assertThat(toAda(variant.text())).contains("kr0123UNSUBSCRIBE_URLkr ${7*7} <#stop> [=7*7]");
    }

    private static List<MergeField> fields(MergeText text) {
        return text.pieces().stream()
                .filter(Piece.Field.class::isInstance)
                .map(piece -> ((Piece.Field) piece).field())
                .toList();
    }
}
