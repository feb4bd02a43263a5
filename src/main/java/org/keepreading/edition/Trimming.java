package org.keepreading.edition;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.keepreading.address.SectionKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.newsletter.ExcerptLength;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Beginning;
import org.keepreading.teaser.Teaser;

/** Cuts excerpts to the length that the newsletter gives its sections. */
record Trimming(Newsletter newsletter) {

    static Edition of(Edition edition) {
        return new Trimming(edition.newsletter()).trimmed(edition);
    }

    private Edition trimmed(Edition edition) {
        var lead = edition.lead();
        return new Edition(
                edition.id(),
                newsletter,
                edition.slot(),
                lead == null
                        ? null
                        : new Lead(
                                lead.section(),
                                trimmed(lead.teaser(), lead.section().key())),
                edition.sections().stream().map(this::trimmed).toList(),
                edition.latest());
    }

    private SetSection trimmed(SetSection set) {
        var key = set.section().key();
        return new SetSection(
                set.section(),
                set.teasers().stream().map(teaser -> trimmed(teaser, key)).toList());
    }

    private Teaser trimmed(Teaser teaser, SectionKey section) {
        return newsletter
                .excerptIn(section)
                .map(length -> teaser.withExcerpt(excerpt(teaser, length)))
                .orElse(teaser);
    }

    private List<String> excerpt(Teaser teaser, ExcerptLength length) {
        var paragraphs = teaser.excerpt().stream().map(Trimming::element).toList();
        return new Beginning(newsletter.language(), length.letters())
                .of(paragraphs).stream().map(Element::html).toList();
    }

    private static Element element(String paragraph) {
        var document = Jsoup.parseBodyFragment(paragraph);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
