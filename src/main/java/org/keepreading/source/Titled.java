package org.keepreading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.keepreading.teaser.Beginning;
import org.keepreading.teaser.Sentences;

/** Gives an entry without a headline (a note, a post) its first sentence for one, which its text does not say again. */
record Titled(Locale language) {
    private static final int LONGEST = 120;

    Entry of(Entry entry) {
        return entry.headline().oneLine().isEmpty() ? titled(entry) : entry;
    }

    private Entry titled(Entry entry) {
        var pieces = Stream.concat(entry.content().stream(), Stream.of(entry.dek()))
                .filter(piece -> !piece.isBlank())
                .limit(1)
                .toList();
        var paragraphs = pieces.stream()
                .flatMap(piece -> Paragraphs.of(piece.body()).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (paragraphs.isEmpty()) {
            return entry;
        }
        var sentence = Sentences.of(language).first(1, paragraphs.get(0).wholeText());
        var headline = new Beginning(language, LONGEST).of(Plain.oneLine(sentence));
        if (!headline.endsWith("…")) {
            leaveOut(paragraphs.get(0), sentence.length());
        }
        var dek = pieces.get(0).equals(entry.dek()) ? Markup.NONE : entry.dek();
        return entry.with(Markup.text(headline), dek, List.of(html(paragraphs, pieces.get(0))), pictures(entry));
    }

    private static List<Picture> pictures(Entry entry) {
        var shown = Stream.concat(entry.content().stream(), Stream.of(entry.dek()))
                .flatMap(piece -> ContentPictures.first(piece.shown()).stream());
        return Stream.concat(entry.pictures().stream(), shown).toList();
    }

    private static void leaveOut(Element paragraph, int letters) {
        var left = letters;
        for (var text : paragraph.selectXpath("descendant::text()", TextNode.class)) {
            var words = text.getWholeText();
            text.text(words.substring(Math.min(left, words.length())).stripLeading());
            left = Math.max(0, left - words.length());
            if (left == 0) {
                return;
            }
        }
    }

    private Markup html(List<Element> paragraphs, Markup piece) {
        var html = paragraphs.stream()
                .filter(Element::hasText)
                .map(Element::outerHtml)
                .collect(Collectors.joining());
        return Markup.html(html, piece.base()).in(language);
    }
}
