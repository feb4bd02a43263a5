package org.keepreading.source;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The beginning of an article, as paragraphs of sanitised inline HTML, cut after a sentence. */
record Excerpt(Locale locale, int longest) {
    private static final Pattern SYNDICATION =
            Pattern.compile("(?is)^The post .{1,400} (first )?appeared (first )?on .{1,200}\\.?$");
    private static final Pattern ELLIPSIS = Pattern.compile(
            "(?is)\\s*(\\[?(…|\\.\\.\\.|&hellip;)\\]?\\s*)?(continue reading|read more|weiterlesen|lire la suite|leer más)?\\s*[→»›]?\\s*$");

    /** @param dek not to be said again */
    List<String> of(List<Markup> content, String dek) {
        var kept = new ArrayList<String>();
        var left = longest;
        for (var paragraph : paragraphs(content, dek)) {
            if (paragraph.wholeText().length() > left) {
                shortened(paragraph, left, kept.isEmpty()).ifPresent(kept::add);
                break;
            }
            kept.add(InlineHtml.sanitise(paragraph.html()));
            left -= paragraph.wholeText().length();
        }
        return kept.stream().filter(html -> !html.isBlank()).toList();
    }

    /** Whether the short text is nothing but the long one's beginning, as blog programs make it. */
    static boolean isBeginning(String beginning, List<Markup> content) {
        var words = ELLIPSIS.matcher(beginning).replaceFirst("");
        return !words.isEmpty() && Plain.oneLine(textOf(content)).startsWith(words);
    }

    private static String textOf(List<Markup> content) {
        var text = new StringBuilder();
        for (var piece : content) {
            Paragraphs.of(piece.body())
                    .forEach(paragraph -> text.append(paragraph.text()).append(' '));
        }
        return text.toString();
    }

    private static List<Element> paragraphs(List<Markup> content, String dek) {
        return content.stream()
                .flatMap(piece -> Paragraphs.of(piece.body()).stream())
                .filter(paragraph -> !Plain.oneLine(paragraph.text()).equals(dek))
                .filter(paragraph -> !SYNDICATION.matcher(paragraph.text()).matches())
                .toList();
    }

    private Optional<String> shortened(Element paragraph, int length, boolean mustShowSome) {
        var text = paragraph.wholeText();
        var sentences = end(BreakIterator.getSentenceInstance(locale), text, length);
        if (sentences > 0) {
            return Optional.of(InlineHtml.sanitise(cut(paragraph, sentences, "").html()));
        }
        var words = end(BreakIterator.getWordInstance(locale), text, length - 1);
        return mustShowSome
                ? Optional.of(InlineHtml.sanitise(cut(paragraph, words, "…").html()))
                : Optional.empty();
    }

    private static int end(BreakIterator boundaries, String text, int length) {
        boundaries.setText(text);
        return Math.max(0, boundaries.isBoundary(length) ? length : boundaries.preceding(length));
    }

    /** Keeps the paragraph's first letters and, of its markup, what holds them. */
    private static Element cut(Element paragraph, int length, String ending) {
        var left = length;
        for (var text : paragraph.selectXpath("descendant::text()", TextNode.class)) {
            var words = text.getWholeText();
            if (words.length() < left) {
                left -= words.length();
            } else {
                text.text(left > 0 ? words.substring(0, left).stripTrailing() + ending : "");
                left = 0;
            }
        }
        paragraph.select(":not(:has(br), br, p)").stream()
                .filter(part -> !part.hasText())
                .toList()
                .forEach(Element::remove);
        return paragraph;
    }
}
