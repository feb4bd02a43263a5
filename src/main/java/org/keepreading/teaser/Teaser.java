package org.keepreading.teaser;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;

/**
 * What invites a reader to an article.
 *
 * @param article what tells it among all sources: its address's identity, or something longer where others share that
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
        String article,
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

    /** One whose address tells the article. */
    public Teaser(
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
        this(
                id,
                source,
                guid,
                url.identity(),
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

    public boolean isPaid() {
        return sponsor != null;
    }

    /** This teaser showing another part of its article. */
    public Teaser withExcerpt(List<String> other) {
        return new Teaser(
                id,
                source,
                guid,
                article,
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

    /** This teaser, told as the other is. */
    Teaser toldAs(Teaser other) {
        return new Teaser(
                id,
                source,
                other.guid,
                other.article,
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
