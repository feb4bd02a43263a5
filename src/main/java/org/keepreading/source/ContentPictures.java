package org.keepreading.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the first picture in an article's HTML that shows something to a reader. */
final class ContentPictures {
    private static final Pattern DECORATION = Pattern.compile(
            "(?i)(.*[\\s_-])?(emoji|smiley|smilies|wp-smiley|avatar|gravatar|author-(image|photo|avatar))([\\s_-].*)?");
    private static final Pattern CANDIDATE =
            Pattern.compile("(\\S*[^\\s,])(?:\\s+(\\d+(?:\\.\\d+)?)([wx]))?\\s*(?:,|$)");
    private static final List<String> LAZY_SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");
    private static final List<String> SOURCES =
            List.of("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-lazy", "data-url", "src");
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,5})(?:px)?");

    private ContentPictures() {}

    static Optional<Picture> first(Element body) {
        return body.select("img, amp-img").stream()
                .flatMap(image -> picture(image).stream())
                .findFirst();
    }

    private static Optional<Picture> picture(Element image) {
        return address(image)
                .filter(address -> !DECORATION.matcher(image.className()).matches())
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

    /** The widest that is named anywhere; a placeholder's own address only where there is no other. */
    private static Optional<String> address(Element image) {
        var sets = Stream.concat(
                LAZY_SETS.stream().map(image::attr).flatMap(set -> widest(set).stream()),
                LAZY_SETS.stream()
                        .filter(name -> name.startsWith("data-"))
                        .map(image::attr)
                        .flatMap(set -> first(set).stream()));
        var sources = SOURCES.stream().map(image::attr);
        return Stream.concat(sets, sources)
                .filter(source -> !source.isBlank())
                .flatMap(source -> Links.absolute(image.baseUri(), source).stream())
                .filter(Shown::showsTheArticle)
                .findFirst();
    }

    /** Of {@code a.jpg 320w, b.jpg 1280w} the latter; where densities tell ("2x"), none is meant for every screen. */
    private static Optional<String> widest(String srcset) {
        return CANDIDATE
                .matcher(srcset)
                .results()
                .filter(candidate ->
                        "w".equals(candidate.group(3)) && !candidate.group(1).startsWith("data:"))
                .max(Comparator.comparing(candidate -> Double.parseDouble(candidate.group(2))))
                .map(candidate -> candidate.group(1));
    }

    /** Of a set that says no widths. */
    private static Optional<String> first(String srcset) {
        return CANDIDATE
                .matcher(srcset)
                .results()
                .map(candidate -> candidate.group(1))
                .findFirst();
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
