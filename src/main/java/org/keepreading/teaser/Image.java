package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;

/**
 * A teaser's picture.
 *
 * @param url http or https
 * @param alt what the picture shows, plain text, as is what follows
 * @param width in pixels, where the source says so, as {@code height}
 */
public record Image(
        String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height) {

    boolean isSized() {
        return width != null && height != null;
    }

    /** This picture in that size, unless it has one of its own. */
    Image in(@Nullable Integer otherWidth, @Nullable Integer otherHeight) {
        return isSized() || otherWidth == null || otherHeight == null
                ? this
                : new Image(url, alt, caption, credit, otherWidth, otherHeight);
    }

    /** This picture in the size in which it is stored, where it is the same one. */
    Image onto(@Nullable Image stored) {
        return stored == null || !stored.url.equals(url) ? this : in(stored.width, stored.height);
    }
}
