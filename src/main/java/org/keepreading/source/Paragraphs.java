package org.keepreading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Takes an article's HTML apart into its paragraphs, each inline HTML; what is no running text is left out. */
final class Paragraphs {
    private static final Evaluator NOT_TEXT = Selector.evaluatorOf(
            "script, style, template, noscript, iframe, object, embed, svg, math, canvas, video, audio, picture, img, amp-img, figure, figcaption, "
                    + "form, button, input, select, textarea, nav, aside, footer, h1, h2, h3, h4, h5, h6, hr, head, title");
    private static final Evaluator TABLE = Selector.evaluatorOf("table");
    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "header",
            "html",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "th",
            "tr",
            "ul");

    private final List<Element> done = new ArrayList<>();
    private Element current = empty();

    private Paragraphs() {}

    static List<Element> of(Element body) {
        var paragraphs = new Paragraphs();
        body.select(NOT_TEXT).remove();
        leaveOutTables(body);
        absoluteLinks(body);
        paragraphs.walk(body);
        paragraphs.flush();
        return paragraphs.done;
    }

    /** Figures and the like, unless all the text stands in them. */
    private static void leaveOutTables(Element body) {
        var tables = body.select(TABLE);
        if (tables.isEmpty()) {
            return;
        }
        var without = body.clone();
        without.select(TABLE).remove();
        if (without.hasText()) {
            tables.remove();
        }
    }

    private static void absoluteLinks(Element body) {
        for (var link : body.select(LINK)) {
            LinkRepair.absolute(body.baseUri(), link.attr("href"))
                    .ifPresentOrElse(address -> link.attr("href", address), link::unwrap);
        }
    }

    /** One that is written as it is, without line breaks between its parts. */
    private static Element empty() {
        var document = new Document("");
        document.outputSettings().prettyPrint(false);
        return document.appendElement("p");
    }

    private void walk(Element parent) {
        for (var child : List.copyOf(parent.childNodes())) {
            if (child instanceof Element element && holdsBlocks(element)) {
                flush();
                walk(element);
                flush();
            } else if (isSecondBreak(child)) {
                flush();
            } else {
                current.appendChild(child);
            }
        }
    }

    private static boolean holdsBlocks(Element element) {
        return element.stream().anyMatch(part -> BLOCKS.contains(part.normalName()));
    }

    private boolean isSecondBreak(Node node) {
        return isBreak(node) && isBreak(lastButSpace());
    }

    private @Nullable Node lastButSpace() {
        var last = current.childNodeSize() == 0 ? null : current.childNode(current.childNodeSize() - 1);
        return last instanceof TextNode text && text.isBlank() ? last.previousSibling() : last;
    }

    private static boolean isBreak(@Nullable Node node) {
        return node != null && node.nameIs("br");
    }

    private void flush() {
        if (!Plain.oneLine(current.text()).isEmpty()) {
            trim();
            done.add(current);
        }
        current = empty();
    }

    private void trim() {
        for (var last = lastButSpace(); last != null && isBreak(last); last = lastButSpace()) {
            last.remove();
        }
    }
}
