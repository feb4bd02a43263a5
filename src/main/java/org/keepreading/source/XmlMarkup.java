package org.keepreading.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes a piece of writing out of a feed's element: text, HTML that was escaped, HTML that was not, XHTML, Base64. */
final class XmlMarkup implements NodeVisitor {
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "data", "cite");
    private static final Set<String> EMPTY =
            Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]+={0,2}\\s*");

    private final Element root;
    private final boolean textIsHtml;
    private final StringBuilder html = new StringBuilder();
    private final Deque<Bases> bases = new ArrayDeque<>();

    private XmlMarkup(Element root, boolean textIsHtml, Bases content) {
        this.root = root;
        this.textIsHtml = textIsHtml;
        bases.push(content);
    }

    /** @param content what its links are relative to, unless it has a base of its own */
    static Markup of(XmlNode node, Bases content) {
        var inside = content.within(node.element().attr("xml:base"));
        var type = node.attribute("type").orElse("").toLowerCase(Locale.ROOT);
        var mode = node.attribute("mode").orElse("");
        if (mode.equalsIgnoreCase("base64") || isBinary(node, type)) {
            return decoded(node.text())
                    .map(decoded -> Markup.unsaid(decoded, inside.first()))
                    .orElse(Markup.NONE);
        }
        if (node.element().childrenSize() > 0) {
            var escapedWithin = type.contains("html") && !type.contains("xhtml");
            return Markup.html(html(node.element(), escapedWithin, inside), inside.first());
        }
        var text = node.element().wholeText();
        if (type.contains("html")) {
            return Markup.html(text, inside.first());
        }
        return isPlain(node, type) ? Markup.text(text) : Markup.unsaid(text, inside.first());
    }

    /** Only Atom 1.0 keeps to what it says. */
    private static boolean isPlain(XmlNode node, String type) {
        return node.name().startsWith("atom:")
                && (type.isEmpty() || type.equals("text") || type.equals("text/plain"))
                && !node.names().isAtom03();
    }

    /** Neither text nor XML: Atom has it as Base64 (RFC 4287, section 4.1.3.3). */
    private static boolean isBinary(XmlNode node, String type) {
        return node.name().startsWith("atom:")
                && type.contains("/")
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.contains("html")
                && BASE64.matcher(node.text()).matches();
    }

    /** Empty where it is no text, but a picture or the like. */
    private static Optional<String> decoded(String base64) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(text)
                    .filter(letters -> !XmlText.ILLEGAL.matcher(letters).find());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String html(Element element, boolean textIsHtml, Bases content) {
        var markup = new XmlMarkup(element, textIsHtml, content);
        element.traverse(markup);
        return markup.html.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            html.append(textIsHtml ? text.getWholeText() : Entities.escape(text.getWholeText()));
        } else if (node instanceof Element element && !element.equals(root)) {
            bases.push(bases.element().within(element.attr("xml:base")));
            html.append('<').append(Names.local(element));
            attributes(element.attributes());
            html.append('>');
        }
    }

    private void attributes(Attributes attributes) {
        for (var attribute : attributes) {
            var local = attribute.getKey().substring(attribute.getKey().indexOf(':') + 1);
            if (!attribute.getKey().startsWith("xml")) {
                var value = ADDRESSES.contains(local)
                        ? bases.element().resolve(attribute.getValue())
                        : attribute.getValue();
                html.append(' ')
                        .append(local)
                        .append("=\"")
                        .append(Entities.escape(value))
                        .append('"');
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !element.equals(root)) {
            bases.pop();
            if (!EMPTY.contains(Names.local(element))) {
                html.append("</").append(Names.local(element)).append('>');
            }
        }
    }
}
