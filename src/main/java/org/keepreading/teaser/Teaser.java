package org.keepreading.teaser;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What invites a reader to an article.
 *
 * @param headline plain text on one line, as are {@code dek} and {@code sponsor}
 * @param excerpt paragraphs of sanitised inline HTML, which may go into a page as they are
 * @param publishedAt as the source says, else when the teaser arrived
 * @param agedFrom what the newsletter's age limit counts from: publication, or arrival where a known source brought it late
 * @param sponsor who paid for it; {@code null} for the newsroom's own
 */
public record Teaser(
        long id,
        String source,
        String guid,
        SectionKey section,
        String headline,
        @Nullable String dek,
        ArticleUrl url,
        @Nullable Image image,
        List<String> excerpt,
        @Nullable Author author,
        Instant publishedAt,
        Instant agedFrom,
        @Nullable String sponsor,
        boolean pinned,
        boolean hidden) {

    public boolean isPaid() {
        return sponsor != null;
    }

    /** This teaser showing another part of its article. */
    public Teaser withExcerpt(List<String> other) {
        return new Teaser(
                id,
                source,
                guid,
                section,
                headline,
                dek,
                url,
                image,
                other,
                author,
                publishedAt,
                agedFrom,
                sponsor,
                pinned,
                hidden);
    }

    Teaser withGuid(String other) {
        return new Teaser(
                id,
                source,
                other,
                section,
                headline,
                dek,
                url,
                image,
                excerpt,
                author,
                publishedAt,
                agedFrom,
                sponsor,
                pinned,
                hidden);
    }
}
