package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Teaser;

/**
 * A teaser for a script.
 *
 * @param pinned as is the whole article; so is {@code hidden}
 * @param twins the article's other teasers; {@code null} in a list
 */
record TeaserAnswer(
        long id,
        String source,
        String guid,
        String section,
        String headline,
        @Nullable String dek,
        String url,
        @Nullable Image image,
        List<String> excerpt,
        @Nullable Author author,
        Instant publishedAt,
        @Nullable String sponsor,
        boolean pinned,
        boolean hidden,
        @Nullable List<Long> twins) {

    static TeaserAnswer of(Teaser teaser) {
        return of(teaser, null);
    }

    static TeaserAnswer with(Teaser teaser, List<Teaser> twins) {
        return of(teaser, twins.stream().map(Teaser::id).toList());
    }

    private static TeaserAnswer of(Teaser teaser, @Nullable List<Long> twins) {
        return new TeaserAnswer(
                teaser.id(),
                teaser.source(),
                teaser.guid(),
                teaser.section().value(),
                teaser.headline(),
                teaser.dek(),
                teaser.url().value(),
                teaser.image(),
                teaser.excerpt(),
                teaser.author(),
                teaser.publishedAt(),
                teaser.sponsor(),
                teaser.pinned(),
                teaser.hidden(),
                twins);
    }
}
