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

    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    private final Set<String> alts = new HashSet<>();

    Model.@Nullable Image of(Teaser teaser) {
        var image = teaser.image();
        if (image == null || !WEB.matcher(image.url()).matches()) {
            return null;
        }
        var size = Size.shown(image, COLUMN);
        return new Model.Image(
                image.url(),
                alt(image, teaser.headline()),
                image.caption(),
                image.credit(),
                size.width(),
                size.height());
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
