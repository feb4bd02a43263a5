package org.keepreading.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.keepreading.source.FeedParts.CutOff;
import org.keepreading.source.FeedParts.Part;
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

    /** What tells a feed that has no items yet from something else. */
    private static final Set<String> OF_CHANNEL = Set.of(
            "title",
            "link",
            "description",
            "language",
            "pubdate",
            "lastbuilddate",
            "generator",
            "copyright",
            "managingeditor",
            "webmaster",
            "ttl",
            "image",
            "id",
            "updated",
            "modified",
            "author",
            "subtitle",
            "tagline",
            "rights",
            "logo",
            "icon");

    private static final Set<String> OF_SHOWS = Set.of("dc", "itunes", "googleplay", "podcast");

    private static final Pattern REFERENCE = Pattern.compile("&amp;([\\w:.-]+);");

    private final Element root;
    private final Part part;
    private final Set<String> entities;
    private final XmlNode top;
    private final XmlNode channel;
    private final IdentityHashMap<Element, XmlNode> nodes = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private XmlFeed(Element root, Part part, Set<String> entities, String address) {
        this.root = root;
        this.part = part;
        this.entities = entities;
        var bases = Stream.of(Stream.of(cdfBase()), links("self"), links("|alternate"))
                .flatMap(links -> links)
                .toList();
        this.top = XmlNode.of(root, Names.of(root, isAtom() ? "atom" : "rss"), Bases.of(bases, address));
        this.channel = channel();
    }

    /**
     * The feed, in parts.
     *
     * @param address where the document came from; empty if from nowhere that links could be relative to
     * @return empty if the document holds no feed
     */
    static Optional<Stream<Feed>> read(String document, String address) {
        var xml = XmlText.repair(document);
        if (!isFeed(xml.value())) {
            return Optional.empty();
        }
        return Optional.of(FeedParts.of(xml.value()).flatMap(part -> read(part, xml.entities(), address).stream()));
    }

    private static boolean isFeed(String xml) {
        var tags = new XmlTags(xml);
        while (tags.next()) {
            var name = Names.local(tags.name());
            if (name.equals("html")) {
                return false;
            }
            if (ROOTS.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Feed> read(Part part, Set<String> entities, String address) {
        var tree = Parser.xmlParser().parseInput(part.text(), "");
        return tree.stream()
                .filter(element -> ROOTS.contains(Names.local(element)))
                .findFirst()
                .map(root -> new XmlFeed(root, part, entities, address).read());
    }

    private String cdfBase() {
        return Names.local(root).equals("channel") ? root.attributes().getIgnoreCase("base") : "";
    }

    private boolean isAtom() {
        return Set.of("feed", "entry").contains(Names.local(root));
    }

    private Feed read() {
        var items = root.stream()
                .filter(element -> isEntry(element) && !isEmptyWithin(element))
                .toList();
        for (var at = 0; at < items.size(); at++) {
            var isLast = at == items.size() - 1;
            read(items.get(at), "entry " + (part.before() + at + 1), isLast ? part.cutOff() : Optional.empty());
        }
        if (entries.isEmpty() && refused.isEmpty() && part.before() == 0) {
            refuseWhatIsNotUnderstood();
        }
        return new Feed(title(), language(), entries, refused);
    }

    private boolean isEntry(Element element) {
        return ENTRIES.contains(Names.local(element))
                && Set.of("rss:item", "atom:entry", "atom:item")
                        .contains(around(element).names().within(element).of(element));
    }

    private static boolean isEmptyWithin(Element element) {
        return element.childNodeSize() == 0
                && element.attributesSize() == 0
                && element.parent() != null
                && ENTRIES.contains(Names.local(element.parent()));
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
        if (channel.children().noneMatch(XmlFeed::isKnown)) {
            throw new FeedProblem(
                    "It begins as a feed does, with <%s>, but has neither a title nor an item. Look whether its address or file is the right one."
                            .formatted(root.tagName()));
        }
    }

    private void read(Element element, String place, Optional<CutOff> cutOff) {
        try {
            var outside = around(element);
            var node = XmlNode.of(element, outside.names(), outside.bases());
            var entry = new XmlEntry(node, channel).read(place);
            cutOff.map(lines -> new Refusal(entry.name(), sentence(lines)))
                    .or(() -> refusal(element, entry))
                    .ifPresentOrElse(refused::add, () -> entries.add(entry));
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

    private Optional<Refusal> refusal(Element element, Entry entry) {
        return declared(element)
                .map(name -> new Refusal(
                        entry.name(),
                        ("uses the entity \"%s\" that the document's DOCTYPE defines. "
                                        + "Entities are not expanded, since they can be made to fill the memory or to read files.")
                                .formatted(name)));
    }

    /** The first entity in it that the document declares. */
    private Optional<String> declared(Element element) {
        return entities.isEmpty()
                ? Optional.empty()
                : REFERENCE
                        .matcher(element.html())
                        .results()
                        .map(found -> found.group(1))
                        .filter(entities::contains)
                        .findFirst();
    }

    private static String sentence(CutOff cutOff) {
        return "the document ends inside it (it begins in line %d, the document ends in line %d). What stood before it was kept; fetch the document again."
                .formatted(cutOff.begins(), cutOff.ends());
    }

    private static boolean isKnown(XmlNode node) {
        return OF_CHANNEL.contains(Names.local(node.element()))
                || OF_SHOWS.contains(node.name().substring(0, node.name().indexOf(':')));
    }

    private String title() {
        return channel.at(EntryFields.HEADLINE)
                .map(title -> title.markup(Bases.NONE).oneLine())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String language() {
        return channel.children()
                .filter(child -> Names.local(child.element()).equals("language"))
                .map(XmlNode::text)
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElseGet(() -> Stream.of(channel.element(), root)
                        .map(element -> element.attr("xml:lang").strip())
                        .filter(language -> !language.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private Stream<String> links(String rel) {
        return root.stream()
                .filter(element -> Names.local(element).equals("link") && isOfChannel(element))
                .filter(element -> element.attr("rel").toLowerCase(Locale.ROOT).matches(rel))
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.wholeText())
                .filter(link -> !link.isBlank());
    }

    private boolean isOfChannel(Element element) {
        var parent = element.parent();
        return parent != null && Names.local(parent).equals(isAtom() ? "feed" : "channel");
    }
}
