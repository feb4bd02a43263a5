package org.keepreading.teaser;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.text.Fitted;

/**
 * A teaser as a source brings it, checked and sanitised, not yet in the store.
 *
 * @param source the key of the source
 * @param guid what tells the article within its source
 * @param article what tells it among all sources: its address's identity, or something longer where others share that
 * @param headline plain text on one line, as are {@code dek} and {@code sponsor}
 * @param excerpt paragraphs of sanitised inline HTML
 * @param publishedAt as the source says; {@code null} where it does not, or nobody could read it
 * @param sponsor who paid for it
 */
public record Draft(
        String source,
        String guid,
        String article,
        Section section,
        String headline,
        @Nullable String dek,
        ArticleUrl url,
        @Nullable Image image,
        List<String> excerpt,
        @Nullable Author author,
        @Nullable Instant publishedAt,
        @Nullable String sponsor) {
    /** In letters. */
    public static final int LONGEST_GUID = 2000;

    private static final int LONGEST_HEADLINE = 1000;
    private static final int LONGEST_DEK = 10_000;
    private static final int LONGEST_SPONSOR = 200;

    public Draft {
        guid = Fitted.key(guid, LONGEST_GUID);
        headline = Fitted.cut(headline, LONGEST_HEADLINE);
        dek = Fitted.cutIfAny(dek, LONGEST_DEK);
        excerpt = excerpt.stream().map(Fitted::storable).toList();
        sponsor = Fitted.cutIfAny(sponsor, LONGEST_SPONSOR);
    }

    /** One whose address tells the article. */
    public Draft(
            String source,
            String guid,
            Section section,
            String headline,
            @Nullable String dek,
            ArticleUrl url,
            @Nullable Image image,
            List<String> excerpt,
            @Nullable Author author,
            @Nullable Instant publishedAt,
            @Nullable String sponsor) {
        this(source, guid, url.identity(), section, headline, dek, url, image, excerpt, author, publishedAt, sponsor);
    }

    /** The stored teaser as it is after this draft: what the draft does not know stays as it was, as does what editors set. */
    Teaser onto(Teaser stored) {
        return new Teaser(
                stored.id(),
                stored.source(),
                guid,
                article,
                section.key(),
                headline,
                dek,
                url,
                image == null ? null : image.onto(stored.image()),
                excerpt,
                author == null ? null : author.onto(stored.author()),
                publishedAt == null ? stored.publishedAt() : publishedAt,
                stored.agedFrom(),
                sponsor,
                stored.pinned(),
                stored.hidden());
    }
}
