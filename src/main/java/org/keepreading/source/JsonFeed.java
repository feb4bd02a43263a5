package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keepreading.source.Feed.Read;
import org.keepreading.teaser.Author;
import tools.jackson.databind.JsonNode;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org).
 *
 * @param root what it says of itself
 */
record JsonFeed(JsonNode root, Bases bases) {

    static JsonFeed of(JsonNode root, String address) {
        var bases = Stream.of(text(root, "feed_url"), text(root, "home_page_url"))
                .flatMap(Optional::stream)
                .toList();
        return new JsonFeed(root, Bases.of(bases, address));
    }

    String title() {
        return text(root, "title").orElse("");
    }

    String language() {
        return text(root, "language").orElse("");
    }

    Read entry(String place, JsonNode item) {
        var links = Stream.of("url", "external_url", "id")
                .flatMap(name -> text(item, name).stream())
                .toList();
        var inContent = links.stream().findFirst().map(bases::within).orElse(bases);
        return new Read.Taken(new Entry(
                place,
                text(item, "id").orElse(null),
                links,
                bases.first(),
                Markup.text(text(item, "title").orElse("")),
                Markup.text(text(item, "summary").orElse("")),
                content(item, inContent.first()).stream().toList(),
                pictures(item),
                author(item).or(() -> author(root)).orElse(null),
                null,
                item.path("tags")
                        .valueStream()
                        .flatMap(tag -> JsonFields.text(tag).stream())
                        .map(tag -> Plain.atMost(Bounds.LONGEST_LINE, Plain.oneLine(tag)))
                        .limit(Bounds.OF_A_KIND)
                        .toList(),
                Stream.of("date_published", "date_modified")
                        .flatMap(name -> text(item, name).stream())
                        .flatMap(date -> Dates.read(date).stream())
                        .findFirst()
                        .orElse(null),
                null));
    }

    private static Optional<Markup> content(JsonNode item, String base) {
        return text(item, "content_html")
                .map(html -> Markup.html(html, base))
                .or(() -> text(item, "content_text").map(Markup::text));
    }

    private static List<Picture> pictures(JsonNode item) {
        var attached = item.path("attachments")
                .valueStream()
                .filter(attachment -> text(attachment, "mime_type").orElse("").startsWith("image/"))
                .flatMap(attachment -> text(attachment, "url").stream());
        return Stream.concat(Stream.of("image", "banner_image").flatMap(name -> text(item, name).stream()), attached)
                .map(Picture::full)
                .limit(Bounds.OF_A_KIND)
                .toList();
    }

    /** {@code authors} since 1.1, {@code author} before. */
    private static Optional<Author> author(JsonNode holder) {
        return Bylines.of(Stream.of("authors", "author")
                .map(holder::path)
                .flatMap(said -> said.isArray() ? said.valueStream() : Stream.of(said))
                .flatMap(author -> text(author, "name").or(() -> JsonFields.text(author)).stream()));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return JsonFields.text(node.path(name));
    }
}
