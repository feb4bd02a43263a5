package org.keepreading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.keepreading.teaser.Beginning;

/** The beginning of an article, as paragraphs of sanitised inline HTML, cut after a sentence. */
record Excerpt(Locale locale, int longest) {
    /** Times as many letters as it may hold. */
    private static final int ENOUGH = 4;

    /** @param dek not to be said again */
    List<String> of(List<Markup> content, String dek, Tails tails) {
        return new Beginning(locale, longest)
                .of(paragraphs(content, dek, tails)).stream()
                        .map(paragraph -> InlineHtml.sanitise(paragraph.html()))
                        .filter(html -> !html.isBlank())
                        .toList();
    }

    /** Whether the short text is nothing but the long one's beginning, as blog programs make it. */
    static boolean isBeginning(String beginning, List<Markup> content) {
        var words = Tails.without(beginning);
        return !words.isEmpty()
                && holdsFirstWord(words, content)
                && Plain.oneLine(textOf(content)).startsWith(words);
    }

    /** Most deks are no beginning, and this tells it without taking the content apart. */
    private static boolean holdsFirstWord(String words, List<Markup> content) {
        var first = words.split(" ", 2)[0];
        return content.stream().anyMatch(piece -> piece.oneLine().contains(first));
    }

    private static String textOf(List<Markup> content) {
        var text = new StringBuilder();
        for (var piece : content) {
            Paragraphs.of(piece.body())
                    .forEach(paragraph -> text.append(paragraph.text()).append(' '));
        }
        return text.toString();
    }

    private List<Element> paragraphs(List<Markup> content, String dek, Tails tails) {
        var paragraphs = content.stream()
                .flatMap(piece -> Paragraphs.of(piece.body()).stream())
                .filter(paragraph -> !Plain.oneLine(paragraph.text()).equals(dek))
                .toList();
        return tails.without(enough(paragraphs)).stream()
                .filter(Element::hasText)
                .toList();
    }

    /** The first ones: most of them may turn out to be tails, and the excerpt is still whole. */
    private List<Element> enough(List<Element> paragraphs) {
        var enough = new ArrayList<Element>();
        var letters = 0;
        for (var paragraph : paragraphs) {
            if (letters > ENOUGH * longest || enough.size() == Bounds.PARAGRAPHS) {
                return enough;
            }
            enough.add(paragraph);
            letters += paragraph.text().length();
        }
        return enough;
    }
}
