package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Finds the first picture in an article's HTML that shows something to a reader. */
final class ContentPictures {
    private static final Pattern DECORATION = Pattern.compile(
            "(?i)(.*[\\s_-])?(emoji|smiley|smilies|wp-smiley|avatar|gravatar|author-(image|photo|avatar))([\\s_-].*)?");
    private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");
    private static final List<String> LAZY = List.of(
            "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file", "data-lazy", "data-url");
    private static final Evaluator IMAGE = Selector.evaluatorOf("img, amp-img");
    private static final Evaluator OTHER = Selector.evaluatorOf("picture > source, video[poster]");
    private static final Evaluator AUTHOR = Selector.evaluatorOf(
            "[class~=(?i)(^|[\\s_-])(author[_-]?(box|bio|info|card|image|photo|avatar|meta|profile|block)|about[_-]author|byline|vcard)([\\s_-]|$)]");
    private static final Pattern TINY =
            Pattern.compile("(?i)(?<![\\w-])(?:width|height)\\s*:\\s*(?:[12]?\\d|3[0-2])(?:\\.\\d+)?px");
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,5})(?:px)?");

    private ContentPictures() {}

    static Optional<Picture> first(Element body) {
        return Stream.concat(
                        body.select(IMAGE).stream()
                                .flatMap(image -> picture(image).map(picture -> picture.with(caption(image))).stream()),
                        body.select(OTHER).stream()
                                .flatMap(other -> shown(other, addresses(other)).map(Picture::full).stream()))
                .findFirst();
    }

    private static Optional<Picture> picture(Element image) {
        return address(image)
                .filter(address -> !DECORATION.matcher(image.className()).matches() && image.closest(AUTHOR) == null)
                .map(address -> new Picture(
                        address,
                        line(image.attr("alt")),
                        null,
                        null,
                        pixels(image.attr("width")),
                        pixels(image.attr("height")),
                        Picture.FULL))
                .filter(picture ->
                        !picture.isTiny() && !TINY.matcher(image.attr("style")).find());
    }

    private static Optional<String> address(Element image) {
        return shown(image, addresses(image));
    }

    private static Optional<String> shown(Element holder, Stream<String> addresses) {
        return addresses
                .filter(address -> !address.isBlank())
                .flatMap(address -> LinkRepair.absolute(holder.baseUri(), address).stream())
                .filter(WorthShowing::showsTheArticle)
                .findFirst();
    }

    /** The widest that is named anywhere first; a placeholder's own address last. */
    private static Stream<String> addresses(Element image) {
        return Stream.of(
                        SETS.stream().map(image::attr).flatMap(set -> Srcset.of(set).widest().stream()),
                        SETS.stream()
                                .filter(name -> name.startsWith("data-") || image.nameIs("source"))
                                .map(image::attr)
                                .flatMap(set -> Srcset.of(set).first().stream()),
                        LAZY.stream().map(image::attr),
                        image.dataset().values().stream().filter(EntryPictures::isNamedAsPicture),
                        Stream.of(image.attr("poster"), image.attr("src")))
                .flatMap(addresses -> addresses);
    }

    private static Picture caption(Element image) {
        var figure = image.closest("figure");
        var caption = figure == null ? null : figure.selectFirst("figcaption");
        return new Picture("", null, caption == null ? null : line(caption.text()), null, null, null, 0);
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
