package org.keepreading.source;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads RSS 0.9x, 1.0, 2.0 and Atom: jsoup makes a tree of whatever came, and ROME reads each entry of it by itself, so that one
 * bad entry costs no other.
 */
final class XmlFeed {
    private static final Logger LOG = LoggerFactory.getLogger(XmlFeed.class);
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed");

    private final Element root;
    private final Namespace home;
    private final Set<String> entities;
    private final String base;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private XmlFeed(Element root, Set<String> entities, String address) {
        this.root = root;
        this.entities = entities;
        this.home = home(root);
        this.base = address.isEmpty() ? channelLink() : address;
    }

    /**
     * @param address where the document came from; empty if from nowhere that links could be relative to
     * @return empty if the document holds no feed
     */
    static Optional<Feed> read(String document, String address) {
        var xml = XmlText.repair(document);
        var tree = Parser.xmlParser().setTrackPosition(true).parseInput(xml.value(), "");
        return tree.stream()
                .filter(element -> ROOTS.contains(local(element)) && !isPage(element))
                .findFirst()
                .map(root -> new XmlFeed(root, xml.entities(), address).read());
    }

    private static boolean isPage(Element element) {
        return element.closest("html") != null;
    }

    static String local(Element element) {
        var name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static Namespace home(Element root) {
        if (!local(root).equals("feed")) {
            return XmlTree.RSS;
        }
        return root.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getValue().equals(XmlTree.ATOM_0_3.getURI()))
                ? XmlTree.ATOM_0_3
                : XmlTree.ATOM;
    }

    private Feed read() {
        var number = 0;
        for (var element : root.stream().filter(this::isEntry).toList()) {
            number++;
            read(element, "entry " + number);
        }
        return new Feed(title(), language(), entries, refused);
    }

    private boolean isEntry(Element element) {
        return local(element).equals(isAtom() ? "entry" : "item")
                && (!element.tagName().contains(":") || element.tagName().startsWith("rss:") || isAtom());
    }

    private boolean isAtom() {
        return !home.equals(XmlTree.RSS);
    }

    private void read(Element element, String place) {
        try {
            var tree = tree(element);
            var converted = tree.convert(withoutNested(element)).orElseThrow();
            inheritAuthors(converted);
            var entry = new XmlEntry(converted, rome(converted), home, content(element, tree)).read(place);
            refusal(element, entry).ifPresentOrElse(refused::add, () -> entries.add(entry));
        } catch (FeedException | RuntimeException e) {
            LOG.debug("{} could not be read", place, e);
            refused.add(new Refusal(place, "cannot be read: " + e.getMessage()));
        }
    }

    /** An entry of Atom without an author has the feed's (RFC 4287, section 4.2.1). */
    private void inheritAuthors(org.jdom2.Element entry) {
        if (isAtom() && entry.getChild("author", home) == null) {
            root.children().stream()
                    .filter(child -> local(child).equals("author"))
                    .flatMap(author -> tree(author).convert(author).stream())
                    .forEach(entry::addContent);
        }
    }

    private XmlTree tree(Element element) {
        return XmlTree.inside(Optional.ofNullable(element.parent()).orElse(root), home, base);
    }

    /** The base of the entry's content, which may have one of its own. */
    private static String content(Element element, XmlTree tree) {
        var content = element.stream()
                .filter(child -> Set.of("content", "summary").contains(local(child)))
                .findFirst();
        return XmlTree.inside(content.orElse(element), tree.home(), tree.base()).base();
    }

    /** An item whose end is missing swallows those that follow. */
    private Element withoutNested(Element element) {
        if (nested(element).isEmpty()) {
            return element;
        }
        var alone = element.clone();
        nested(alone).forEach(Element::remove);
        return alone;
    }

    private List<Element> nested(Element element) {
        return element.children().stream()
                .flatMap(Element::stream)
                .filter(this::isEntry)
                .toList();
    }

    private Optional<Refusal> refusal(Element element, Entry entry) {
        var range = element.endSourceRange();
        if (range.isImplicit()
                && range.endPos() == root.endSourceRange().endPos()
                && nested(element).isEmpty()) {
            return Optional.of(new Refusal(entry.name(), cutOff(element)));
        }
        return entities.stream()
                .filter(name -> element.html().contains("&amp;" + name + ";"))
                .findFirst()
                .map(name -> new Refusal(
                        entry.name(),
                        ("uses the entity \"%s\" that the document's DOCTYPE defines. "
                                        + "Entities are not expanded, since they can be made to fill the memory or to read files.")
                                .formatted(name)));
    }

    private static String cutOff(Element element) {
        return "the document ends inside it (it begins in line %d, the document ends in line %d). What stood before it was kept; fetch the document again."
                .formatted(
                        element.sourceRange().start().lineNumber(),
                        element.endSourceRange().end().lineNumber());
    }

    private SyndEntry rome(org.jdom2.Element entry) throws FeedException {
        var input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        var feed = input.build(isAtom() ? atom(entry) : rss(entry));
        return feed.getEntries().get(0);
    }

    private Document atom(org.jdom2.Element entry) {
        return new Document(new org.jdom2.Element("feed", home).addContent(entry.clone()));
    }

    private static Document rss(org.jdom2.Element item) {
        var channel = new org.jdom2.Element("channel").addContent(item.clone());
        return new Document(
                new org.jdom2.Element("rss").setAttribute("version", "2.0").addContent(channel));
    }

    private String title() {
        return ofChannel("title")
                .map(element -> Markup.unsaid(element.wholeText(), "").oneLine())
                .orElse("");
    }

    private String language() {
        return ofChannel("language")
                .map(Element::wholeText)
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .orElseGet(() -> root.attr("xml:lang").strip());
    }

    private String channelLink() {
        return root.stream()
                .filter(element -> local(element).equals("link") && isOfChannel(element))
                .filter(element -> !isAtom() || element.attr("rel").matches("|alternate"))
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.wholeText())
                .flatMap(link -> Links.absolute("", link).stream())
                .findFirst()
                .orElse("");
    }

    private Optional<Element> ofChannel(String name) {
        return root.stream()
                .filter(element -> local(element).equals(name) && isOfChannel(element))
                .findFirst();
    }

    private boolean isOfChannel(Element element) {
        var parent = element.parent();
        return parent != null && local(parent).equals(isAtom() ? "feed" : "channel");
    }
}
