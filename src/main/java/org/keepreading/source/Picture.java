package org.keepreading.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a document names it.
 *
 * @param likelyWidth in pixels: its width, or a guess for a kind of picture that does not say
 */
record Picture(
        String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height,
        int likelyWidth) {
    static final int FULL = 640;
    static final int THUMBNAIL = 100;
    private static final int ICON = 32;

    static Picture full(String url) {
        return new Picture(url, null, null, null, null, null, FULL);
    }

    /** The widest; of equals the first. */
    static Optional<Picture> widest(List<Picture> pictures) {
        return pictures.stream()
                .filter(picture -> !picture.isTiny() && WorthShowing.showsTheArticle(picture.url()))
                .min(Comparator.comparing(Picture::likelyWidth, Comparator.reverseOrder()));
    }

    /** It shows nothing of an article: a pixel that counts who reads, an icon. */
    boolean isTiny() {
        return isTiny(width) || isTiny(height);
    }

    private static boolean isTiny(@Nullable Integer pixels) {
        return pixels != null && pixels <= ICON;
    }

    /** This picture with what only the other tells of it. */
    Picture with(Picture other) {
        return new Picture(
                url,
                alt == null ? other.alt : alt,
                caption == null ? other.caption : caption,
                credit == null ? other.credit : credit,
                width,
                height,
                likelyWidth);
    }
}
