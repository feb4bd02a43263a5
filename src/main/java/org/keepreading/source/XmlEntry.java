package org.keepreading.source;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Author;

/** One entry of RSS or Atom, as its tree and as ROME understood it. */
record XmlEntry(Element tree, SyndEntry rome, Namespace home, String base) {

    Entry read(String place) {
        return new Entry(
                place,
                guid(),
                links(),
                base,
                markup(rome.getTitleEx()),
                markup(rome.getDescription()),
                rome.getContents().stream()
                        .map(this::content)
                        .filter(content -> !content.isBlank())
                        .limit(1)
                        .toList(),
                MediaPictures.of(rome, tree),
                author(),
                null,
                categories(),
                published(),
                null);
    }

    private boolean isAtom() {
        return !home.equals(XmlTree.RSS);
    }

    private @Nullable String guid() {
        return Stream.of(text("guid"), text("id"), attribute("about"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private List<String> links() {
        return (isAtom() ? atomLinks() : rssLinks()).toList();
    }

    private Stream<String> rssLinks() {
        return Stream.of(
                        text("origLink", XmlTree.namespace("feedburner")).stream(),
                        text("link").stream(),
                        alternates(tree.getChildren("link")),
                        alternates(tree.getChildren("link", XmlTree.ATOM)),
                        permalink().stream(),
                        attribute("about").stream())
                .flatMap(links -> links);
    }

    private Stream<String> atomLinks() {
        return Stream.of(
                        text("origLink", XmlTree.namespace("feedburner")).stream(),
                        alternates(tree.getChildren("link", home)),
                        tree.getChildren("link", home).stream()
                                .map(link -> link.getTextNormalize())
                                .filter(link -> !link.isEmpty()),
                        text("id").filter(XmlEntry::isWeb).stream())
                .flatMap(links -> links);
    }

    /** The page first, then what is there beside it. */
    private static Stream<String> alternates(List<Element> links) {
        return Stream.concat(
                        links.stream().filter(link -> isAlternate(link) && isPage(link)),
                        links.stream().filter(link -> isAlternate(link) && !isPage(link)))
                .map(link -> link.getAttributeValue("href", ""))
                .filter(link -> !link.isBlank());
    }

    private static boolean isAlternate(Element link) {
        var rel = link.getAttributeValue("rel", "alternate").strip();
        return rel.isEmpty() || rel.equalsIgnoreCase("alternate") || rel.endsWith("/alternate");
    }

    private static boolean isPage(Element link) {
        return link.getAttributeValue("type", "text/html").contains("html");
    }

    private Optional<String> permalink() {
        var guid = tree.getChild("guid");
        if (guid == null
                || guid.getAttributeValue("isPermaLink", "true").strip().equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        return text("guid").filter(link -> isWeb(link) || guid.getAttribute("isPermaLink") != null);
    }

    private static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "http", 0, 4);
    }

    private Markup markup(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return Markup.NONE;
        }
        var type = content.getType() == null ? "" : content.getType();
        if (!isAtom()) {
            return Markup.unsaid(content.getValue(), base);
        }
        return type.contains("html")
                ? Markup.html(content.getValue(), base)
                : home.equals(XmlTree.ATOM) ? Markup.text(content.getValue()) : Markup.unsaid(content.getValue(), base);
    }

    /** RSS's content module holds HTML, and nothing else. */
    private Markup content(SyndContent content) {
        return isAtom() ? markup(content) : Markup.html(content.getValue(), base);
    }

    private List<String> categories() {
        var subjects =
                tree.getChildren("subject", XmlTree.namespace("dc")).stream().map(Element::getTextNormalize);
        return Stream.concat(rome.getCategories().stream().map(XmlEntry::category), subjects)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String category(SyndCategory category) {
        var name =
                category.getLabel() == null || category.getLabel().isBlank() ? category.getName() : category.getLabel();
        return name == null ? "" : Markup.unsaid(name, "").oneLine();
    }

    private @Nullable Author author() {
        var names = isAtom() ? atomAuthors() : rssAuthors();
        return Bylines.of(names.stream()).orElse(null);
    }

    private List<String> rssAuthors() {
        return Stream.of(XmlTree.namespace("dc"), XmlTree.RSS, XmlTree.namespace("itunes"))
                .map(namespace ->
                        tree.getChildren(namespace.getPrefix().equals("dc") ? "creator" : "author", namespace))
                .map(found -> found.stream()
                        .map(Element::getTextNormalize)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> atomAuthors() {
        return tree.getChildren("author", home).stream()
                .map(author -> child(author, "name")
                        + (child(author, "email").isEmpty() ? "" : " <" + child(author, "email") + ">"))
                .toList();
    }

    private static String child(Element parent, String name) {
        return Optional.ofNullable(parent.getChildTextNormalize(name, parent.getNamespace()))
                .orElse("");
    }

    /** The first date that can be read, those of publication first. */
    private @Nullable Instant published() {
        return Arrays.stream("pubDate date published issued created updated modified".split(" "))
                .flatMap(name -> tree.getChildren().stream()
                        .filter(child -> child.getName().equalsIgnoreCase(name)))
                .flatMap(child -> Dates.read(child.getText()).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> text(String name) {
        return text(name, home);
    }

    private Optional<String> text(String name, Namespace namespace) {
        return Optional.ofNullable(tree.getChildTextTrim(name, namespace)).filter(text -> !text.isEmpty());
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(tree.getAttributeValue(name)).filter(value -> !value.isBlank());
    }
}
