package org.keepreading.teaser;

import org.jspecify.annotations.Nullable;
import org.keepreading.text.Fitted;

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
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_WORDS = 10_000;

    public Image {
        if (url.length() > LONGEST_URL || !Fitted.isStorable(url)) {
            throw new IllegalArgumentException("A picture's address is longer than " + LONGEST_URL
                    + " characters, or holds some that no address has.");
        }
        alt = Fitted.cutIfAny(alt, LONGEST_WORDS);
        caption = Fitted.cutIfAny(caption, LONGEST_WORDS);
        credit = Fitted.cutIfAny(credit, LONGEST_WORDS);
    }

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
