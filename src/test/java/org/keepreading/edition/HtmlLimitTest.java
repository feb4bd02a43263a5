package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Gmail clips a message at about 102 KB. */
class HtmlLimitTest {

    @Test
    void holdsFiveSectionsOfFiveTeasers() {
        var html = toAda(Lighthouse.digest(Lighthouse.large()).html());

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(85 * 1024, 90 * 1024);
        assertThat(html).contains("Story 0 of Desk 0", "Story 4 of Desk 4");
    }

    @Test
    void takesFromTheLastSectionFirst() {
        var html = toAda(Lighthouse.digest(Lighthouse.large()).html());

        var lastStory = html.substring(html.indexOf("Story 4 of Desk 4"));
        var firstStory = html.substring(html.indexOf("Story 0 of Desk 0"), html.indexOf("Story 1 of Desk 0"));
        assertThat(lastStory).contains("A first paragraph").doesNotContain("A second paragraph");
        assertThat(firstStory).contains("A first paragraph", "A second paragraph", "A third paragraph");
        assertThat(html).contains("four minutes early");
    }

    @Test
    void takesWholeExcerptsWhereThatIsNotEnough() {
        var html = toAda(render(Lighthouse.large(), DataSize.ofKilobytes(60)).html());

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60 * 1024);
        assertThat(html.substring(html.indexOf("Story 4 of Desk 4"))).doesNotContain("A first paragraph");
    }

    @Test
    void countsTheMessageAsItIsSent() {
        var teasers = IntStream.range(0, 30)
                .mapToObj(id -> Lighthouse.teaser(id, Lighthouse.COAST, "Смотрители маяка уходят " + id)
                        .excerpt("Свет теперь присматривает за собой сам. ".repeat(10))
                        .build())
                .toList();
        var section = new Edition.SetSection(Lighthouse.COAST, teasers);
        var edition = new Edition(1, Lighthouse.newsletter(), Lighthouse.SLOT, null, List.of(section), List.of());

        var weight = Weight.of(toAda(Lighthouse.digest(edition).html()));

        assertThat(weight.encoded()).isBetween(98L * 1024, 102L * 1024);
        assertThat(weight.decoded()).isLessThan(90 * 1024);
    }

    @Test
    void holdsWhateverElseATeaserBrings() {
        var endless = "Смотрители маяка уходят один за другим и свет гаснет ".repeat(30);
        var teasers = IntStream.range(0, 40)
                .mapToObj(id -> Lighthouse.teaser(id, Lighthouse.COAST, id + " " + endless)
                        .excerpt(endless)
                        .build())
                .toList();
        var section = new Edition.SetSection(Lighthouse.COAST, teasers);
        var edition = new Edition(1, Lighthouse.newsletter(), Lighthouse.SLOT, null, List.of(section), List.of());

        var weight = Weight.of(toAda(Lighthouse.digest(edition).html()));

        assertThat(weight.encoded()).isLessThanOrEqualTo(102L * 1024);
    }

    @Test
    void leavesAnEditionThatFitsAsItIs() {
        var html = toAda(Lighthouse.digest(Lighthouse.edition()).html());

        assertThat(html).hasSizeLessThan(25 * 1024).contains("The waiting list is as long");
    }

    private static Variant render(Edition edition, DataSize limit) {
        var settings = new EditionSettings(
                Path.of("templates"), limit, DataSize.ofMegabytes(1), Duration.ofSeconds(20), DataSize.ofMegabytes(2));
        return new Renderer(settings).render(edition, Lighthouse.digest(), Lighthouse.everything());
    }
}
