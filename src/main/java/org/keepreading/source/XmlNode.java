package org.keepreading.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element of a feed as it stands in its document. */
final class XmlNode {
    private final Element element;
    private final Names names;
    private final Bases bases;
    private @Nullable Map<String, List<XmlNode>> children;

    private XmlNode(Element element, Names names, Bases bases) {
        this.element = element;
        this.names = names;
        this.bases = bases;
    }

    /** @param around what holds outside of the element */
    static XmlNode of(Element element, Names around, Bases outside) {
        return new XmlNode(element, around.within(element), outside.within(element.attr("xml:base")));
    }

    Element element() {
        return element;
    }

    /** What names mean here. */
    Names names() {
        return names;
    }

    /** What links are relative to here. */
    Bases bases() {
        return bases;
    }

    /** An {@code xml:base} stands here, or around it. */
    boolean hasOwnBase() {
        return element.hasAttr("xml:base") || element.parents().stream().anyMatch(parent -> parent.hasAttr("xml:base"));
    }

    String name() {
        return names.of(element);
    }

    Stream<XmlNode> children() {
        return byName().values().stream().flatMap(List::stream);
    }

    /** The children of these names: those of the first name first. */
    Stream<XmlNode> children(String... ofNames) {
        return Arrays.stream(ofNames).flatMap(name -> named(name).stream());
    }

    private List<XmlNode> named(String name) {
        return byName().getOrDefault(name, List.of());
    }

    private Map<String, List<XmlNode>> byName() {
        if (children == null) {
            var all = new LinkedHashMap<String, List<XmlNode>>();
            for (var child : element.children()) {
                var node = of(child, names, bases);
                all.computeIfAbsent(node.name(), name -> new ArrayList<>(1)).add(node);
            }
            children = all;
        }
        return children;
    }

    /** Those at the ends of these paths, such as "media:group/media:title". */
    Stream<XmlNode> at(Iterable<String> paths) {
        var found = new ArrayList<XmlNode>();
        paths.forEach(path -> addTo(found, path));
        return found.stream();
    }

    private void addTo(List<XmlNode> found, String path) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            found.addAll(named(path));
        } else {
            named(path.substring(0, slash)).forEach(child -> child.addTo(found, path.substring(slash + 1)));
        }
    }

    String text() {
        return element.wholeText().strip();
    }

    /** Whatever its prefix and its letters' case. */
    Optional<String> attribute(String local) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute
                        .getKey()
                        .substring(attribute.getKey().indexOf(':') + 1)
                        .equalsIgnoreCase(local))
                .map(attribute -> attribute.getValue().strip())
                .findFirst();
    }

    /** The address that an attribute holds; empty where it holds none. */
    Optional<String> address(String attribute) {
        return attribute(attribute).filter(value -> !value.isEmpty()).map(bases::resolve);
    }

    /** As HTML or text, whichever the element says or looks like. */
    Markup markup(Bases content) {
        return XmlMarkup.of(this, content);
    }
}
