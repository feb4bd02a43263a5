package org.keepreading.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What the names of a feed's elements mean, as "family:local", such as "dc:creator", whatever prefixes the document uses.
 *
 * @param home the family of the feed's own elements: rss or atom
 * @param homeUri the namespace of its root
 * @param declared what prefixes stand for here
 */
record Names(String home, String homeUri, Map<String, String> declared) {
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("www.google.com/schemas/play-podcasts/1.0", "googleplay"),
            Map.entry("www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd", "googleplay"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("purl.org/rss/1.0", "rss"),
            Map.entry("my.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("channel.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("backend.userland.com/rss", "rss"),
            Map.entry("backend.userland.com/rss2", "rss"));

    /** What these prefixes mean wherever they are used: feeds misspell their declarations, or forget them. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("atom", "atom"),
            Map.entry("content", "content"),
            Map.entry("dc", "dc"),
            Map.entry("dcterms", "dcterms"),
            Map.entry("feedburner", "feedburner"),
            Map.entry("itunes", "itunes"),
            Map.entry("media", "media"),
            Map.entry("rdf", "rdf"),
            Map.entry("rss", "rss"),
            Map.entry("xhtml", "xhtml"));

    static Names of(Element root, String home) {
        var around = new Names(home, "", Map.of()).within(root);
        return new Names(home, around.uri(prefix(root.tagName())), around.declared());
    }

    static String local(Element element) {
        return local(element.tagName());
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** As things are called inside the element, which may declare prefixes. */
    Names within(Element element) {
        return declares(element) ? withDeclared(element) : this;
    }

    private static boolean declares(Element element) {
        for (var attribute : element.attributes()) {
            if (attribute.getKey().startsWith("xmlns")) {
                return true;
            }
        }
        return false;
    }

    private Names withDeclared(Element element) {
        var names = new HashMap<>(declared);
        for (var attribute : element.attributes()) {
            var key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                names.put(key.substring(Math.min(key.length(), 6)), attribute.getValue());
            }
        }
        return names.equals(declared) ? this : new Names(home, homeUri, names);
    }

    String of(Element element) {
        return family(prefix(element.tagName())) + ":" + local(element);
    }

    private String family(String prefix) {
        var uri = uri(prefix);
        if (!uri.isEmpty() && uri.equals(homeUri)) {
            return home;
        }
        return Optional.ofNullable(USUAL.get(prefix))
                .or(() -> uri.isEmpty() ? Optional.empty() : Optional.ofNullable(FAMILIES.get(bare(uri))))
                .orElse(prefix.isEmpty() ? home : prefix.toLowerCase(Locale.ROOT));
    }

    private String uri(String prefix) {
        return Objects.requireNonNullElse(declared.get(prefix), "");
    }

    /** Its texts are often HTML that does not say so. */
    boolean isAtom03() {
        return bare(homeUri).equals("purl.org/atom/ns");
    }

    /** Schemes, case and what stands at the end are often wrong. */
    private static String bare(String uri) {
        return uri.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("[/#]+$", "");
    }
}
