package org.keepreading.source;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.KnownArticle;

/**
 * An entry that has an address, as far as it tells its article.
 *
 * @param guid as the entry has it; {@code null} where it has none, or an endless one
 * @param link the address as it is, {@code address} as it is compared
 */
record Item(
        Entry entry,
        @Nullable String guid,
        String link,
        String address,
        String headline,
        @Nullable Instant published) {

    /** Empty where it has no address. */
    static Optional<Item> of(Entry entry) {
        try {
            var url = Drafting.url(entry);
            return Optional.of(new Item(
                    entry,
                    fit(entry.guid()),
                    url.value(),
                    url.identity(),
                    entry.headline().oneLine(),
                    entry.published()));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static @Nullable String fit(@Nullable String guid) {
        return guid == null || guid.length() > Draft.LONGEST_GUID ? null : guid;
    }

    /** Its guid says more than its address, which many guids repeat. */
    boolean hasTellingGuid() {
        return guid != null && !guid.equals(link) && !guid.equals(address);
    }

    /** What stands behind the "#" of its link; empty where nothing does. */
    String anchor() {
        return Objects.requireNonNullElse(URI.create(link).getRawFragment(), "");
    }

    boolean isSameAs(Item other) {
        return headline.equals(other.headline) && Objects.equals(published, other.published);
    }

    boolean hasHeadlineOf(KnownArticle known) {
        return known.headline().equals(headline);
    }

    boolean hasDateOf(KnownArticle known) {
        return known.publishedAt().equals(published);
    }
}
