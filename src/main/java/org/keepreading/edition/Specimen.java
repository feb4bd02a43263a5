package org.keepreading.edition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;

/** Editions that no newsroom wrote, to try a template with. */
final class Specimen {
    private static final Section SECTION = new Section(new SectionKey("specimen"), "Specimen");
    private static final Instant SLOT = Instant.parse("2026-01-05T07:00:00Z");
    private static final Image IMAGE =
            new Image("https://specimen.example/1.jpg", "Alt", "Caption", "Credit", 1200, 800);
    private static final Author AUTHOR = new Author("Author", "Bio", "author@specimen.example", "@author");

    private Specimen() {}

    /** Whatever can be there is there. */
    static Edition full(Newsletter newsletter) {
        var set = new Edition.SetSection(SECTION, List.of(full(2, null), full(3, "Sponsor")));
        return new Edition(
                0, newsletter, SLOT, new Edition.Lead(SECTION, full(1, null)), List.of(set), List.of(full(4, null)));
    }

    /** Whatever can be missing is missing. */
    static Edition bare(Newsletter newsletter) {
        return new Edition(
                0, newsletter, SLOT, null, List.of(new Edition.SetSection(SECTION, List.of(bare(1)))), List.of());
    }

    private static Teaser full(long id, @Nullable String sponsor) {
        var paragraph = "A paragraph with <a href=\"https://specimen.example/link\">a link</a>.";
        return teaser(id, "Dek", IMAGE, List.of(paragraph), AUTHOR, sponsor);
    }

    private static Teaser bare(long id) {
        return teaser(id, null, null, List.of(), null, null);
    }

    private static Teaser teaser(
            long id,
            @Nullable String dek,
            @Nullable Image image,
            List<String> excerpt,
            @Nullable Author author,
            @Nullable String sponsor) {
        return new Teaser(
                id,
                "specimen",
                "specimen-" + id,
                SECTION.key(),
                "Headline " + id,
                dek,
                new ArticleUrl("https://specimen.example/" + id),
                image,
                excerpt,
                author,
                SLOT,
                SLOT,
                sponsor,
                false,
                false);
    }
}
