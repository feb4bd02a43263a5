package org.keepreading.teaser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The beginning of a text for where there is no room for more: whole paragraphs, then whole sentences as its language ends them.
 * Where not one sentence fits, it ends after a word, with an ellipsis.
 *
 * @param letters at most so many characters
 */
public record Beginning(Locale language, int letters) {

    /** Of paragraphs of inline HTML; the last one that is kept is itself shortened, the others are as they were. */
    public List<Element> of(List<Element> paragraphs) {
        var kept = new ArrayList<Element>();
        var left = letters;
        for (var paragraph : paragraphs) {
            var length = paragraph.wholeText().length();
            if (length > left) {
                shortened(paragraph, left, kept.isEmpty()).ifPresent(kept::add);
                break;
            }
            kept.add(paragraph);
            left -= length;
        }
        return List.copyOf(kept);
    }

    /** Of plain text on one line. */
    public String of(String text) {
        if (text.length() <= letters) {
            return text;
        }
        var sentences = endOfSentence(text, letters);
        return sentences > 0
                ? text.substring(0, sentences).stripTrailing()
                : text.substring(0, endOfWord(text, letters)).stripTrailing() + "…";
    }

    private Optional<Element> shortened(Element paragraph, int length, boolean mustShowSome) {
        var text = paragraph.wholeText();
        var sentences = endOfSentence(text, length);
        if (sentences > 0) {
            return Optional.of(cut(paragraph, sentences, ""));
        }
        return mustShowSome && length > 0
                ? Optional.of(cut(paragraph, endOfWord(text, length), "…"))
                : Optional.empty();
    }

    private int endOfSentence(String text, int length) {
        return Sentences.of(language).lastEnd(text, length);
    }

    /** With room for an ellipsis. */
    private int endOfWord(String text, int length) {
        return Sentences.of(language).lastWord(text, length - 1);
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
