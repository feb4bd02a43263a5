package org.keepreading.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Author;

/**
 * One entry of RSS, RDF, Atom or CDF; where it says what, {@link EntryFields} has.
 *
 * @param channel what it is an entry of
 */
record XmlEntry(XmlNode node, XmlNode channel) {
    /** One that is written as most are. */
    private static final Pattern DATE = Pattern.compile("[\\w,:+. -]+");

    Entry read(String place) {
        var links = links();
        var content = inContent(links);
        return new Entry(
                place,
                guid(),
                links,
                node.bases().first(),
                first(EntryFields.HEADLINE, content).orElse(Markup.NONE),
                first(EntryFields.DEK, content).orElse(Markup.NONE),
                first(EntryFields.CONTENT, content).stream().toList(),
                EntryPictures.of(node),
                author(),
                null,
                categories(),
                published(),
                null);
    }

    /** The article is what its own words are relative to, unless an {@code xml:base} says otherwise. */
    private Bases inContent(List<String> links) {
        return node.hasOwnBase()
                ? node.bases()
                : links.stream().findFirst().map(node.bases()::within).orElse(node.bases());
    }

    private Optional<Markup> first(List<String> paths, Bases content) {
        return node.at(paths)
                .map(found -> found.markup(content))
                .filter(markup -> !markup.isEmpty())
                .findFirst();
    }

    private @Nullable String guid() {
        return Stream.concat(node.at(EntryFields.GUID).map(XmlNode::text), node.attribute("about").stream())
                .filter(guid -> !guid.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private List<String> links() {
        return Stream.of(
                        node.children("feedburner:origlink").map(XmlNode::text),
                        node.children("rss:link").map(link -> resolved(link, link.text())),
                        alternates(node.children("rss:link", "atom:link").toList()),
                        node.children("atom:link").map(link -> resolved(link, link.text())),
                        permalink(),
                        node.attribute("about").map(node.bases()::resolve).stream(),
                        node.address("href").stream(),
                        node.children("atom:id").map(XmlNode::text).filter(XmlEntry::isWeb),
                        enclosures())
                .flatMap(links -> links)
                .filter(link -> !link.isEmpty())
                .limit(Bounds.OF_A_KIND)
                .toList();
    }

    private static String resolved(XmlNode link, String written) {
        return written.isEmpty() ? "" : link.bases().resolve(written);
    }

    /** The page first, then what is there beside it. */
    private static Stream<String> alternates(List<XmlNode> links) {
        var alternates = links.stream().filter(XmlEntry::isAlternate).toList();
        return Stream.concat(
                        alternates.stream().filter(XmlEntry::isPage),
                        alternates.stream().filter(link -> !isPage(link)))
                .flatMap(link -> href(link).stream());
    }

    /** An empty one is the base itself (RFC 3986, section 4.4), where the feed says which. */
    private static Optional<String> href(XmlNode link) {
        return link.attribute("href")
                .filter(href -> !href.isEmpty() || link.hasOwnBase())
                .map(href ->
                        href.isEmpty() ? link.bases().first() : link.bases().resolve(href));
    }

    private static boolean isAlternate(XmlNode link) {
        var rel = link.attribute("rel").orElse("alternate");
        return rel.isEmpty() || rel.equalsIgnoreCase("alternate") || rel.endsWith("/alternate");
    }

    private static boolean isPage(XmlNode link) {
        return link.attribute("type").orElse("text/html").contains("html");
    }

    private Stream<String> permalink() {
        return node.children("rss:guid")
                .filter(guid -> !guid.attribute("isPermaLink").orElse("true").equalsIgnoreCase("false"))
                .filter(guid ->
                        isWeb(guid.text()) || guid.attribute("isPermaLink").isPresent())
                .map(guid -> resolved(guid, guid.text()));
    }

    private static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "http", 0, 4);
    }

    /** An episode or a film without a page of its own is there to be heard or seen, before a picture that comes with it. */
    private Stream<String> enclosures() {
        var enclosures = EntryPictures.enclosures(node).toList();
        return Stream.of(
                        enclosures.stream().filter(enclosure -> !EntryPictures.isPicture(enclosure)),
                        node.at(EntryFields.PLAYER),
                        node.at(EntryFields.FILM).filter(film -> !EntryPictures.isImage(film)),
                        enclosures.stream().filter(EntryPictures::isPicture))
                .flatMap(nodes -> nodes)
                .flatMap(enclosure -> EntryPictures.address(enclosure).stream());
    }

    private List<String> categories() {
        return node.at(EntryFields.CATEGORY)
                .flatMap(XmlEntry::category)
                .map(said -> Plain.atMost(
                        Bounds.LONGEST_LINE, Markup.unsaid(said, "").oneLine()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(Bounds.OF_A_KIND)
                .toList();
    }

    /** As readers know it, then as the publisher's program does. */
    private static Stream<String> category(XmlNode category) {
        return Stream.of(
                        category.attribute("label"),
                        Optional.of(category.text()),
                        category.attribute("term"),
                        category.attribute("text"))
                .flatMap(Optional::stream);
    }

    private @Nullable Author author() {
        return author(node, EntryFields.AUTHOR)
                .or(() -> author(channel, EntryFields.CHANNEL_AUTHOR))
                .orElse(null);
    }

    private static Optional<Author> author(XmlNode holder, List<String> names) {
        return names.stream()
                .flatMap(name -> Bylines.ofPeople(holder.at(List.of(name)).flatMap(XmlEntry::person)).stream())
                .findFirst();
    }

    /** A name that stands by itself is just that, whatever brackets it has. */
    private static Stream<Author> person(XmlNode author) {
        var email = part(author, "email").filter(address -> address.contains("@"));
        return part(author, "name")
                .map(name -> Bylines.of(name, null, email.orElse(null), null))
                .orElseGet(() -> Bylines.of(Stream.of(author.text()).filter(text -> !hasParts(author))))
                .stream();
    }

    private static boolean hasParts(XmlNode author) {
        return Stream.of("email", "uri", "url")
                .anyMatch(local -> part(author, local).isPresent());
    }

    private static Optional<String> part(XmlNode author, String local) {
        return author.children()
                .filter(child -> Names.local(child.element()).equals(local))
                .map(XmlNode::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The first date that can be read, those of publication first. */
    private @Nullable Instant published() {
        var dates = EntryFields.DATE.stream()
                .flatMap(name -> Stream.concat(
                        node.children()
                                .filter(child -> Names.local(child.element()).equals(name))
                                .flatMap(XmlEntry::dates),
                        node.attribute(name).stream()));
        return dates.flatMap(date -> Dates.read(date).stream()).findFirst().orElse(null);
    }

    /** Some hold HTML's {@code <time datetime>}, escaped or not. */
    private static Stream<String> dates(XmlNode date) {
        if (date.element().attributesSize() == 0
                && DATE.matcher(date.element().text()).matches()) {
            return Stream.of(date.text());
        }
        var body = date.markup(Bases.NONE).shown();
        return Stream.concat(
                body.select("time[datetime]").stream().map(time -> time.attr("datetime")), Stream.of(body.text()));
    }
}
