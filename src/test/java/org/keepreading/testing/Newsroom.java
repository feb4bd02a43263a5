package org.keepreading.testing;

import java.time.Instant;
import java.util.List;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teasers;

/** What a newsroom does with the program: brings in articles. */
public record Newsroom(Program program) {

    /** An article of the City desk, which came in when it was published. */
    public void article(String headline, String publishedAt) {
        var at = Instant.parse(publishedAt);
        program.get(Teasers.class).save(draft(headline, at), at, false);
    }

    private static Draft draft(String headline, Instant publishedAt) {
        return new Draft(
                "site",
                headline,
                new Section(new SectionKey("city"), "City"),
                headline,
                null,
                new ArticleUrl("https://harbour.example/" + headline.replace(' ', '-')),
                null,
                List.of("It came in at noon."),
                null,
                publishedAt,
                null);
    }
}
