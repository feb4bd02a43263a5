package org.keepreading.edition;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Teaser;

/** The pictures of an edition as they are shown. */
final class Pictures {
    /** How wide a picture is shown at most, and how tall: the width of the column. */
    private static final int COLUMN = 552;

    /** Beside the words of a brief. */
    private static final int THUMBNAIL = 72;

    private static final int THUMBNAIL_ALT = 40;

    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    private final Set<String> alts = new HashSet<>();
    private final Set<String> thumbnailAlts = new HashSet<>();

    Model.@Nullable Image of(Teaser teaser) {
        var image = teaser.image();
        if (image == null || !WEB.matcher(image.url()).matches()) {
            return null;
        }
        return shown(image, alt(image, teaser.headline()), COLUMN);
    }

    /** The same picture, small; what it shows is said in fewer words, for those who see these in its place. */
    Model.@Nullable Image thumbnail(Teaser teaser, Model.Image shown) {
        var image = teaser.image();
        return image == null ? null : shown(image, shorter(shown.alt()), THUMBNAIL);
    }

    private String shorter(String alt) {
        var shorter = Headline.cut(alt, THUMBNAIL_ALT);
        return thumbnailAlts.add(shorter) ? shorter : alt;
    }

    private static Model.Image shown(Image image, String alt, int most) {
        var size = Size.shown(image, most);
        return new Model.Image(image.url(), alt, image.caption(), image.credit(), size.width(), size.height());
    }

    /** A linked picture's alt is its link's name: never empty, and never the name of two places. */
    private String alt(Image image, String headline) {
        var alt = Stream.of(image.alt(), image.caption())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(headline);
        var unique = alts.contains(alt) ? alt + " (" + headline + ")" : alt;
        alts.add(unique);
        return unique;
    }
}
