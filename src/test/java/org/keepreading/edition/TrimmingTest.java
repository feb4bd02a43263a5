package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;

/** How much of an article an edition shows, as its newsletter says. */
class TrimmingTest {

    @Test
    void endsEachExcerptAfterASentenceWithinTheNewslettersLength() {
        var edition = Trimming.of(Lighthouse.edition(Lighthouse.newsletterWith("excerpt: 120\n")));

        assertThat(edition.teasers().get(0).excerpt())
                .isEqualTo(
                        List.of(
                                "On the last Friday of February, Amélia Rocha climbed the 211 steps of the tower, as she has done on most evenings since…"));
        assertThat(edition.teasers().get(2).excerpt())
                .containsExactly("Four hundred berths went on sale on Saturday at noon.");
    }

    @Test
    void goesByTheLengthOfASectionBeforeTheNewsletters() {
        var edition = Trimming.of(Lighthouse.edition(ownLength("excerpt: 600\n")));

        assertThat(edition.sections().get(1).teasers())
                .allMatch(teaser -> teaser.excerpt().isEmpty());
        assertThat(edition.sections().get(0).teasers())
                .allMatch(teaser -> !teaser.excerpt().isEmpty());
    }

    @Test
    void goesByTheLeadsOwnSection() {
        var edition = Trimming.of(Lighthouse.edition(coastWithout()));

        assertThat(edition.lead()).isNotNull();
        assertThat(edition.teasers().get(0).excerpt()).isEmpty();
    }

    @Test
    void leavesAllThatTheSourceBroughtWhereNothingIsSaid() {
        assertThat(Trimming.of(Lighthouse.edition())).isEqualTo(Lighthouse.edition());
    }

    @Test
    void holdsInHtmlAndTextAlike() {
        var variant = Lighthouse.digest(Lighthouse.edition(ownLength("")));

        assertThat(List.of(toAda(variant.html()), toAda(variant.text())))
                .allSatisfy(part -> assertThat(part).contains("survey began").doesNotContain("hospital costs"));
    }

    @Test
    void closesTheMarkupThatItCutsThrough() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "Boats")
                .excerpt(
                        "She says <em>that <a href=\"https://survey.example\">the small blue boats of the island</a> are late</em>")
                .build();
        var newsletter = Lighthouse.newsletterWith("excerpt: 40\n");

        var edition = Trimming.of(Lighthouse.editionOf(newsletter, teaser));

        assertThat(edition.teasers().get(0).excerpt())
                .containsExactly(
                        "She says <em>that <a href=\"https://survey.example\">the small blue boats of…</a></em>");
    }

    private static Newsletter ownLength(String lines) {
        return withSection("title: Town Hall, teasers: 2", "title: Town Hall, teasers: 2, excerpt: none", lines);
    }

    private static Newsletter coastWithout() {
        return withSection("title: Coast, teasers: 3", "title: Coast, teasers: 3, excerpt: none", "");
    }

    private static Newsletter withSection(String before, String after, String lines) {
        var yaml = NewsletterFile.write(Lighthouse.newsletter(Locale.UK, "News"));
        return NewsletterFile.parse("morning-light.yaml", yaml.replace(before, after) + lines);
    }
}
