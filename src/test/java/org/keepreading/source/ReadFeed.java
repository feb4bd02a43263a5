package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.keepreading.teaser.Draft;

/** What a document's entries become, seen without a store. */
record ReadFeed(Feed feed) {
    private static final int EXCERPT = 1500;

    static ReadFeed of(String document) {
        return of(Document.file("test.xml", document.getBytes(UTF_8)));
    }

    static ReadFeed of(Document document) {
        var parts = Documents.read(document).map(Feed::titled).toList();
        assertThat(parts).hasSizeLessThanOrEqualTo(1);
        return new ReadFeed(parts.isEmpty() ? new Feed("", "", List.of(), List.of()) : parts.get(0));
    }

    static ReadFeed ofFixture(String name) {
        return of(Document.file(name, bytes(name)));
    }

    /** An item of RSS 2.0, as the Harbour's feed has it, with these elements. */
    static ReadFeed ofItem(String elements) {
        return of(
                "<rss version=\"2.0\"><channel><title>Harbour</title><link>https://harbour.example/</link><item>%s</item></channel></rss>"
                        .formatted(withDefaults(elements)));
    }

    /** An entry of Atom 1.0 with these elements. */
    static ReadFeed ofAtom(String elements) {
        return of(
                ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour</title><link href=\"https://harbour.example/\"/>"
                                + "<entry><id>1</id>%s</entry></feed>")
                        .formatted(elements));
    }

    private static String withDefaults(String elements) {
        return (elements.contains("<title") ? "" : "<title>The last ferry</title>")
                + (elements.contains("link") || elements.contains("<guid")
                        ? ""
                        : "<link>https://harbour.example/ferry</link>")
                + elements;
    }

    static byte[] bytes(String fixture) {
        try (var stream = ReadFeed.class.getResourceAsStream("/feeds/" + fixture)) {
            return Objects.requireNonNull(stream, fixture).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Draft> drafts() {
        return drafts(Rules.none());
    }

    List<Draft> drafts(Rules rules) {
        var excerpt = new Excerpt(Drafting.locale(feed.language()), EXCERPT);
        var drafting = new Drafting("harbour", rules, new SectionFinder(rules, List.of(), feed.title()), excerpt);
        var identities = Identities.of(feed.entries(), (guids, addresses) -> List.of());
        return feed.entries().stream()
                .map(entry -> drafting.draft(entry, identities.of(entry)))
                .toList();
    }

    Draft only() {
        assertThat(feed.refused()).isEmpty();
        assertThat(drafts()).hasSize(1);
        return drafts().get(0);
    }
}
