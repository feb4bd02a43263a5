package org.keepreading.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.TextNode;

/**
 * Turns elements that jsoup read, forgivingly, into the strict tree that ROME wants: prefixes declared or not, links resolved,
 * and markup that somebody forgot to escape as the text that it stands for.
 *
 * @param home the namespace of elements without a prefix
 * @param declared what prefixes mean here
 * @param base what links are relative to here
 */
record XmlTree(Namespace home, Map<String, String> declared, String base) {
    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    static final Namespace ATOM_0_3 = Namespace.getNamespace("http://purl.org/atom/ns#");
    static final Namespace RSS = Namespace.NO_NAMESPACE;

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** What these prefixes mean wherever they are used: feeds misspell their declarations, or forget them. */
    private static final Map<String, String> USUAL = Map.of(
            "atom", ATOM.getURI(),
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "dcterms", "http://purl.org/dc/terms/",
            "feedburner", "http://rssnamespace.org/feedburner/ext/1.0",
            "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "media", "http://search.yahoo.com/mrss/",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xhtml", XHTML);

    private static final Set<String> HOME = Set.of(
            ATOM.getURI(), ATOM_0_3.getURI(), "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/");
    private static final Set<String> RSS_TEXTS = Set.of(
            "title",
            "description",
            "content:encoded",
            "author",
            "dc:creator",
            "category",
            "media:title",
            "media:description");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "url");

    static Namespace namespace(String prefix) {
        return Namespace.getNamespace(prefix, USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix));
    }

    /** As things stand inside the element, whose ancestors may declare prefixes and bases. */
    static XmlTree inside(org.jsoup.nodes.Element element, Namespace home, String documentBase) {
        var parent = element.parent();
        var outside = parent == null ? new XmlTree(home, Map.of(), documentBase) : inside(parent, home, documentBase);
        return outside.within(element);
    }

    /** The element in whose parent things stand as this tree says; empty if XML has no such name. */
    Optional<Element> convert(org.jsoup.nodes.Element element) {
        var inside = within(element);
        var name = element.tagName();
        var local = name.substring(name.indexOf(':') + 1);
        if (Verifier.checkElementName(local) != null) {
            return Optional.empty();
        }
        var converted = new Element(local, inside.namespaceOf(name));
        element.attributes().forEach(attribute -> inside.convert(attribute, converted));
        inside.fill(converted, element);
        return Optional.of(converted);
    }

    private XmlTree within(org.jsoup.nodes.Element element) {
        var names = new HashMap<>(declared);
        for (var attribute : element.attributes()) {
            if (attribute.getKey().startsWith("xmlns")) {
                names.put(attribute.getKey().replaceFirst("^xmlns:?", ""), attribute.getValue());
            }
        }
        var moved = Links.absolute(base, element.attr("xml:base")).orElse(base);
        return new XmlTree(home, names, moved);
    }

    private Namespace namespaceOf(String name) {
        var colon = name.indexOf(':');
        if (colon < 0) {
            return XHTML.equals(declared.get("")) ? Namespace.getNamespace(XHTML) : home;
        }
        var prefix = name.substring(0, colon);
        var uri = USUAL.getOrDefault(prefix, declared.getOrDefault(prefix, "urn:undeclared:" + prefix));
        return HOME.contains(uri) && !prefix.equals("atom") ? home : prefixed(prefix, uri);
    }

    private static Namespace prefixed(String prefix, String uri) {
        return Verifier.checkNamespacePrefix(prefix) == null
                        && Verifier.checkNamespaceURI(uri) == null
                        && !uri.isEmpty()
                ? Namespace.getNamespace(prefix, uri)
                : Namespace.getNamespace("x", "urn:undeclared:x");
    }

    private void convert(Attribute attribute, Element to) {
        var local = attribute.getKey().substring(attribute.getKey().indexOf(':') + 1);
        var isDeclaration =
                attribute.getKey().startsWith("xmlns") || attribute.getKey().startsWith("xml:");
        if (!isDeclaration && Verifier.checkAttributeName(local) == null && to.getAttribute(local) == null) {
            to.setAttribute(local, legal(resolved(local, attribute.getValue())));
        }
    }

    private String resolved(String attribute, String value) {
        return ADDRESSES.contains(attribute) ? Links.absolute(base, value).orElse(value) : value;
    }

    private void fill(Element converted, org.jsoup.nodes.Element element) {
        if (home.equals(RSS) && RSS_TEXTS.contains(element.tagName()) && element.childrenSize() > 0) {
            converted.setText(legal(element.html()));
            return;
        }
        for (var child : element.childNodes()) {
            if (child instanceof TextNode text) {
                converted.addContent(legal(text.getWholeText()));
            } else if (child instanceof org.jsoup.nodes.Element inner) {
                convert(inner).ifPresent(converted::addContent);
            }
        }
    }

    private static String legal(String text) {
        return XmlText.ILLEGAL.matcher(text).replaceAll("");
    }
}
