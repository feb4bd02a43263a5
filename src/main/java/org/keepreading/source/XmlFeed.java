package org.keepreading.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and CDF: jsoup makes a tree of whatever came, and each entry of it is read by
 * itself, so that one bad entry costs no other.
 */
final class XmlFeed {
    private static final Logger LOG = LoggerFactory.getLogger(XmlFeed.class);
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "entry", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private final Element root;
    private final Set<String> entities;
    private final XmlNode top;
    private final IdentityHashMap<Element, XmlNode> nodes = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private XmlFeed(Element root, Set<String> entities, String address) {
        this.root = root;
        this.entities = entities;
        var bases = Stream.concat(links("self"), links("|alternate")).toList();
        this.top = XmlNode.of(root, Names.of(root, isAtom() ? "atom" : "rss"), Bases.of(bases, address));
    }

    /**
     * @param address where the document came from; empty if from nowhere that links could be relative to
     * @return empty if the document holds no feed
     */
    static Optional<Feed> read(String document, String address) {
        var xml = XmlText.repair(document);
        var tree = Parser.xmlParser().setTrackPosition(true).parseInput(xml.value(), "");
        return tree.stream()
                .filter(element -> ROOTS.contains(Names.local(element)) && !isPage(element))
                .findFirst()
                .map(root -> new XmlFeed(root, xml.entities(), address).read());
    }

    private static boolean isPage(Element element) {
        return element.closest("html") != null;
    }

    private boolean isAtom() {
        return Set.of("feed", "entry").contains(Names.local(root));
    }

    private Feed read() {
        var number = 0;
        for (var element : root.stream().filter(this::isEntry).toList()) {
            number++;
            read(element, "entry " + number);
        }
        if (entries.isEmpty() && refused.isEmpty()) {
            refuseWhatIsNotUnderstood();
        }
        return new Feed(title(), language(), entries, refused);
    }

    private boolean isEntry(Element element) {
        return ENTRIES.contains(Names.local(element))
                && Set.of("rss:item", "atom:entry")
                        .contains(around(element).names().within(element).of(element));
    }

    /** What holds where the element stands. */
    private XmlNode around(Element element) {
        var parent = element.equals(root) ? null : element.parent();
        if (parent == null || parent.equals(root)) {
            return top;
        }
        var known = nodes.get(parent);
        if (known == null) {
            var outside = around(parent);
            known = XmlNode.of(parent, outside.names(), outside.bases());
            nodes.put(parent, known);
        }
        return known;
    }

    /** A feed may have no entries yet; one that has nothing at all was not understood. */
    private void refuseWhatIsNotUnderstood() {
        var items = root.stream()
                .filter(element -> !element.equals(root) && ENTRIES.contains(Names.local(element)))
                .count();
        if (items > 0) {
            throw new FeedProblem(
                    "It holds %d items, all in a namespace (xmlns) that no format of feeds has, so that none of them could be read."
                            .formatted(items));
        }
        if (ofChannel("title").or(() -> ofChannel("link")).isEmpty()) {
            throw new FeedProblem(
                    "It begins as a feed does, with <%s>, but has neither a title nor an item. Look whether its address or file is the right one."
                            .formatted(root.tagName()));
        }
    }

    private void read(Element element, String place) {
        try {
            var outside = around(element);
            var node = XmlNode.of(withoutNested(element), outside.names(), outside.bases());
            var entry = new XmlEntry(node, channel()).read(place);
            refusal(element, entry).ifPresentOrElse(refused::add, () -> entries.add(entry));
        } catch (RuntimeException e) {
            LOG.debug("{} could not be read", place, e);
            refused.add(new Refusal(place, "cannot be read: " + e.getMessage()));
        }
    }

    /** What says of all the entries who wrote them. */
    private XmlNode channel() {
        return root.children().stream()
                .filter(child -> Names.local(child).equals("channel"))
                .findFirst()
                .map(child -> XmlNode.of(child, top.names(), top.bases()))
                .orElse(top);
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

    private Stream<String> links(String rel) {
        return root.stream()
                .filter(element -> Names.local(element).equals("link") && isOfChannel(element))
                .filter(element -> element.attr("rel").toLowerCase(Locale.ROOT).matches(rel))
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.wholeText())
                .filter(link -> !link.isBlank());
    }

    private Optional<Element> ofChannel(String name) {
        return root.stream()
                .filter(element -> Names.local(element).equals(name) && isOfChannel(element))
                .findFirst();
    }

    private boolean isOfChannel(Element element) {
        var parent = element.parent();
        return parent != null && Names.local(parent).equals(isAtom() ? "feed" : "channel");
    }
}
