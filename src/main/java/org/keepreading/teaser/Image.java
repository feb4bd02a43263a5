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
        @Nullable Integer height) {}
