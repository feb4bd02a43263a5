package org.keepreading.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An element of a feed as it stands in its document.
 *
 * @param names what names mean here
 * @param bases what links are relative to here
 */
record XmlNode(Element element, Names names, Bases bases) {

    /** @param around what holds outside of the element */
    static XmlNode of(Element element, Names around, Bases outside) {
        return new XmlNode(element, around.within(element), outside.within(element.attr("xml:base")));
    }

    /** An {@code xml:base} stands here, or around it. */
    boolean hasOwnBase() {
        return element.closest("[xml:base]") != null;
    }

    String name() {
        return names.of(element);
    }

    Stream<XmlNode> children() {
        return element.children().stream().map(child -> of(child, names, bases));
    }

    /** The children of these names: those of the first name first. */
    Stream<XmlNode> children(String... ofNames) {
        return Arrays.stream(ofNames)
                .flatMap(name -> children().filter(child -> child.name().equals(name)));
    }

    /** Those at the ends of these paths, such as "media:group/media:title". */
    Stream<XmlNode> at(Iterable<String> paths) {
        var found = Stream.<XmlNode>empty();
        for (var path : paths) {
            var here = Stream.of(this);
            for (var step : path.split("/", -1)) {
                here = here.flatMap(node -> node.children(step));
            }
            found = Stream.concat(found, here);
        }
        return found;
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
