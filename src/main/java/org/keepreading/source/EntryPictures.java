package org.keepreading.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pictures that an entry of RSS or Atom names: Media RSS, enclosures, and the few other ways. */
final class EntryPictures {
    private static final Pattern IMAGE = Pattern.compile("(?i)[^?#]*\\.(jpe?g|png|gif|webp|avif)([?#].*)?");
    private static final Pattern OTHER =
            Pattern.compile("(?i)[^?#]*\\.(mp4|m4v|m3u8|mov|webm|mp3|m4a|ogg|wav|pdf|swf|html?)([?#].*)?");
    private static final Pattern PIXELS = Pattern.compile("\\d{1,5}");

    private EntryPictures() {}

    static boolean isNamedAsPicture(String address) {
        return IMAGE.matcher(address).matches();
    }

    static List<Picture> of(XmlNode entry) {
        return Stream.of(media(entry), enclosed(entry), others(entry))
                .flatMap(pictures -> pictures)
                .limit(Bounds.OF_A_KIND)
                .toList();
    }

    private static Stream<Picture> media(XmlNode entry) {
        var words = words(entry);
        var grouped = entry.children("media:group").flatMap(group -> {
            var together = words(group).with(words);
            return Stream.concat(contents(group, together), thumbnails(group, together));
        });
        return Stream.of(contents(entry, words), grouped, thumbnails(entry, words))
                .flatMap(pictures -> pictures);
    }

    private static Stream<Picture> contents(XmlNode parent, Picture words) {
        return parent.children("media:content").flatMap(content -> {
            var own = words(content).with(words);
            return Stream.concat(content(content, own).stream(), thumbnails(content, own));
        });
    }

    private static Optional<Picture> content(XmlNode content, Picture words) {
        return content.address("url")
                .filter(url -> isImage(content))
                .map(url -> sized(url, content, words, Picture.FULL));
    }

    /** Whether Media RSS shows a picture there; what does not say is one unless its address looks like another thing's. */
    static boolean isImage(XmlNode content) {
        var type = content.attribute("type").orElse("");
        return content.attribute("medium")
                .map(said -> said.equalsIgnoreCase("image"))
                .orElseGet(() -> type.isBlank()
                        ? !OTHER.matcher(content.attribute("url").orElse("")).matches()
                        : type.startsWith("image"));
    }

    private static Stream<Picture> thumbnails(XmlNode parent, Picture words) {
        return parent.children("media:thumbnail")
                .flatMap(thumbnail ->
                        thumbnail.address("url").stream().map(url -> sized(url, thumbnail, words, Picture.THUMBNAIL)));
    }

    private static Picture sized(String url, XmlNode node, Picture words, int likely) {
        var width = pixels(node, "width");
        return new Picture(
                url,
                words.alt(),
                words.caption(),
                words.credit(),
                width,
                pixels(node, "height"),
                Objects.requireNonNullElse(width, likely));
    }

    private static @Nullable Integer pixels(XmlNode node, String attribute) {
        return node.attribute(attribute)
                .filter(digits -> PIXELS.matcher(digits).matches())
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** Only what is said about a picture. */
    private static Picture words(XmlNode node) {
        return new Picture(
                "",
                node.children("media:title")
                        .flatMap(EntryPictures::line)
                        .findFirst()
                        .orElse(null),
                node.children("media:description")
                        .flatMap(EntryPictures::line)
                        .findFirst()
                        .orElse(null),
                credits(node),
                null,
                null,
                0);
    }

    private static @Nullable String credits(XmlNode node) {
        var names = node.children("media:credit")
                .flatMap(EntryPictures::line)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static Stream<String> line(XmlNode node) {
        return Stream.of(Markup.unsaid(node.text(), "").oneLine()).filter(line -> !line.isEmpty());
    }

    private static Stream<Picture> enclosed(XmlNode entry) {
        return enclosures(entry)
                .filter(EntryPictures::isPicture)
                .flatMap(enclosure -> address(enclosure).stream())
                .map(Picture::full);
    }

    /** What comes with it: pictures, sound, films. */
    static Stream<XmlNode> enclosures(XmlNode entry) {
        return Stream.concat(
                entry.children("rss:enclosure", "atom:enclosure"),
                entry.children("atom:link")
                        .filter(link -> link.attribute("rel").orElse("").equals("enclosure")));
    }

    static Optional<String> address(XmlNode enclosure) {
        return enclosure.address("url").or(() -> enclosure.address("href"));
    }

    static boolean isPicture(XmlNode enclosure) {
        var type = enclosure.attribute("type").orElse("");
        return type.isBlank()
                ? address(enclosure).filter(EntryPictures::isNamedAsPicture).isPresent()
                : type.startsWith("image");
    }

    private static Stream<Picture> others(XmlNode entry) {
        var named = Stream.concat(
                        entry.children("itunes:image", "googleplay:image"),
                        entry.children("itunes:link")
                                .filter(link -> link.attribute("rel").orElse("").equals("image")))
                .flatMap(image -> image.address("href").or(() -> image.address("url")).stream());
        var plain = entry.children("rss:image")
                .flatMap(image -> Stream.concat(image.children("rss:url").map(XmlNode::text), Stream.of(image.text()))
                        .filter(url -> !url.isEmpty())
                        .limit(1)
                        .map(image.bases()::resolve));
        return Stream.concat(named, plain).map(Picture::full);
    }
}
