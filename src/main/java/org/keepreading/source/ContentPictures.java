package org.keepreading.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the first picture in an article's HTML that shows something to a reader. */
final class ContentPictures {
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(?i).*(feedburner\\.com/~|feedsportal|doubleclick|/pixel|pixel\\.|/tracking|stats\\.wordpress|b\\.gif|1x1|spacer|blank\\.gif|gravatar\\.com|/emoji|smilies|sharing|addtoany|share[-_]).*");
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,5})(?:px)?");

    private ContentPictures() {}

    static Optional<Picture> first(Element body) {
        return body.select("img").stream()
                .flatMap(image -> picture(image).stream())
                .findFirst();
    }

    private static Optional<Picture> picture(Element image) {
        return address(image)
                .filter(address -> !NOT_SHOWN.matcher(address).matches())
                .filter(address -> !image.className().contains("emoji")
                        && !image.className().contains("smiley"))
                .map(address -> new Picture(
                        address,
                        line(image.attr("alt")),
                        line(caption(image)),
                        null,
                        pixels(image.attr("width")),
                        pixels(image.attr("height")),
                        Picture.FULL))
                .filter(picture -> !picture.isTiny());
    }

    private static Optional<String> address(Element image) {
        return Stream.of(widest(image.attr("srcset")), image.attr("data-src"), image.attr("src"))
                .flatMap(source -> Links.absolute(image.baseUri(), source).stream())
                .findFirst();
    }

    /** Of {@code a.jpg 320w, b.jpg 1280w} the latter; densities ("2x") mean the address without any. */
    private static String widest(String srcset) {
        return Arrays.stream(srcset.split(",\\s+"))
                .map(candidate -> candidate.strip().split("\\s+"))
                .filter(candidate -> candidate.length == 2 && candidate[1].matches("\\d{1,5}w"))
                .max(Comparator.comparing(candidate -> Integer.parseInt(candidate[1].replace("w", ""))))
                .map(candidate -> candidate[0])
                .orElse("");
    }

    private static String caption(Element image) {
        var figure = image.closest("figure");
        var caption = figure == null ? null : figure.selectFirst("figcaption");
        return caption == null ? "" : caption.text();
    }

    private static @Nullable Integer pixels(String written) {
        var found = WIDTH.matcher(written.strip());
        return found.matches() ? Integer.valueOf(found.group(1)) : null;
    }

    private static @Nullable String line(String text) {
        var line = Plain.oneLine(text);
        return line.isEmpty() ? null : line;
    }
}
