package org.keepreading.source;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.types.Credit;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The pictures that an entry of RSS or Atom names: Media RSS, enclosures, and the few other ways. */
final class MediaPictures {
    private static final Pattern IMAGE = Pattern.compile("(?i)[^?#]*\\.(jpe?g|png|gif|webp|avif)([?#].*)?");
    private static final Pattern OTHER =
            Pattern.compile("(?i)[^?#]*\\.(mp4|m4v|m3u8|mov|webm|mp3|m4a|ogg|wav|pdf|swf|html?)([?#].*)?");

    private MediaPictures() {}

    static List<Picture> of(SyndEntry entry, Element tree) {
        return Stream.of(media(entry), enclosures(entry), others(tree))
                .flatMap(pictures -> pictures)
                .toList();
    }

    private static Stream<Picture> media(SyndEntry entry) {
        return entry.getModule(MediaEntryModule.URI) instanceof MediaEntryModule media ? media(media) : Stream.empty();
    }

    private static Stream<Picture> media(MediaEntryModule media) {
        var item = words(media.getMetadata());
        var grouped = Arrays.stream(media.getMediaGroups()).flatMap(group -> {
            var words = words(group.getMetadata()).with(item);
            return Stream.concat(contents(group.getContents(), words), thumbnails(group.getMetadata(), words));
        });
        return Stream.of(contents(media.getMediaContents(), item), grouped, thumbnails(media.getMetadata(), item))
                .flatMap(pictures -> pictures);
    }

    private static Stream<Picture> contents(MediaContent[] contents, Picture words) {
        return Arrays.stream(contents)
                .flatMap(content -> Stream.concat(
                        image(content, words).stream(),
                        thumbnails(
                                content.getMetadata(),
                                words(content.getMetadata()).with(words))));
    }

    private static Optional<Picture> image(MediaContent content, Picture outer) {
        if (!(content.getReference() instanceof UrlReference reference)
                || !isImage(
                        content.getMedium(),
                        content.getType(),
                        reference.getUrl().toString())) {
            return Optional.empty();
        }
        var words = words(content.getMetadata()).with(outer);
        return Optional.of(
                sized(reference.getUrl().toString(), words, content.getWidth(), content.getHeight(), Picture.FULL));
    }

    private static boolean isImage(@Nullable String medium, @Nullable String type, String url) {
        if (medium != null) {
            return medium.equalsIgnoreCase("image");
        }
        var said = Objects.requireNonNullElse(type, "");
        return said.isBlank() ? !OTHER.matcher(url).matches() : said.startsWith("image");
    }

    private static Stream<Picture> thumbnails(@Nullable Metadata metadata, Picture words) {
        return metadata == null
                ? Stream.empty()
                : Arrays.stream(metadata.getThumbnail()).map(thumbnail -> thumbnail(thumbnail, words));
    }

    private static Picture thumbnail(Thumbnail thumbnail, Picture words) {
        return sized(
                thumbnail.getUrl().toString(), words, thumbnail.getWidth(), thumbnail.getHeight(), Picture.THUMBNAIL);
    }

    private static Picture sized(
            String url, Picture words, @Nullable Integer width, @Nullable Integer height, int likely) {
        return new Picture(
                url,
                words.alt(),
                words.caption(),
                words.credit(),
                width,
                height,
                Objects.requireNonNullElse(width, likely));
    }

    /** Only what is said about a picture. */
    private static Picture words(@Nullable Metadata metadata) {
        return metadata == null
                ? Picture.full("")
                : new Picture(
                        "",
                        line(metadata.getTitle()),
                        line(metadata.getDescription()),
                        credits(metadata.getCredits()),
                        null,
                        null,
                        0);
    }

    private static @Nullable String credits(Credit[] credits) {
        return line(Arrays.stream(credits)
                .map(Credit::getName)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : Markup.unsaid(text, "").oneLine();
    }

    private static Stream<Picture> enclosures(SyndEntry entry) {
        return entry.getEnclosures().stream()
                .filter(enclosure -> enclosure.getUrl() != null)
                .filter(enclosure -> isPicture(enclosure.getType(), enclosure.getUrl()))
                .map(enclosure -> Picture.full(enclosure.getUrl()));
    }

    private static boolean isPicture(@Nullable String type, String url) {
        var said = Objects.requireNonNullElse(type, "");
        return said.isBlank() ? IMAGE.matcher(url).matches() : said.startsWith("image");
    }

    private static Stream<Picture> others(Element tree) {
        return Stream.concat(
                        tree.getChildren("image", XmlTree.namespace("itunes")).stream()
                                .map(image -> image.getAttributeValue("href", "")),
                        tree.getChildren("image", XmlTree.RSS).stream()
                                .map(image -> Optional.ofNullable(image.getChildTextTrim("url"))
                                        .orElse(image.getTextTrim())))
                .filter(url -> !url.isEmpty())
                .map(Picture::full);
    }
}
