package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.keepreading.teaser.ArticleUrl;

/**
 * What syndication puts at an article's end: it belongs to no teaser. Some of it is known by its words, and in any language what
 * is hardly more than a link back to the article.
 *
 * @param article its addresses, as addresses are compared
 */
record Tails(Set<String> article) {
    private static final int LONGEST = 700;
    private static final int LONGEST_LINK = 80;
    private static final int FEW_WORDS = 50;
    private static final int MOST = 20;

    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
    private static final Pattern NO_LETTER = Pattern.compile("[\\s\\p{P}\\p{S}]+");
    private static final String DECORATION = "[\\s\\p{P}\\p{S}]*";
    private static final Pattern DECORATED = Pattern.compile(DECORATION);
    private static final String QUOTED = "(?: [“„«\"‘].{1,300}[”“»\"’])?";

    /** Where to go on, or what with an arrow behind it; no sentence that happens to begin with such words. */
    private static final String WHERE =
            " (?:(?:at|on|in|auf|bei|im|sur|dans|en|su|em|no|na|op|bij|på|w|в|на) (?:[^.!?]|[.!?](?=\\S)){1,100}|.{1,200}\\s[→»›])";

    private static final Pattern SURE = pattern("[\\[(]?(?:…|\\.\\.\\.)?\\s*(?:%1$s" + DECORATION + "|%2$s" + QUOTED
            + DECORATION + "|%2$s" + WHERE + "[\\s\\])→»›…>]*)");
    private static final Pattern ALONE = pattern(DECORATION + "%3$s" + DECORATION);

    private static final Pattern AT_THE_END = pattern("\\s*(?:[\\[(]?(?:…|\\.\\.\\.)[\\])]?\\s*(?:%2$s" + QUOTED
            + ")?|(?<=[.!?…] )[\\[(]?%2$s" + QUOTED + ")[\\s\\])→»›>]*$");

    private static final Pattern GOING_ON = pattern("([.!?…\\])])\\s+[\\[(]?%2$s[\\s\\])→»›.…]*$");
    private static final Pattern SENTENCE_AT_THE_END = pattern("(?<=[.!?…\\])] )%1$s\\.?$");
    private static final String ENDS = ".!?…:)]”“»\"。！？";
    private static final Pattern OPENED = Pattern.compile("(?<!\\s)\\s*+[\\[(…]++\\s*+$");

    private static Pattern pattern(String pattern) {
        return Pattern.compile(
                "(?iuU)" + pattern.formatted(TailPhrases.SYNDICATED, TailPhrases.GO_ON, TailPhrases.ALONE));
    }

    static Tails of(Entry entry) {
        return new Tails(entry.links().stream()
                .flatMap(link -> LinkRepair.absolute(entry.base(), link).stream())
                .flatMap(link -> identity(link).stream())
                .collect(Collectors.toSet()));
    }

    private static Optional<String> identity(String link) {
        try {
            return Optional.of(new ArticleUrl(link).identity());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text without what stands at its end. */
    static String without(String text) {
        var from = Math.max(0, text.length() - LONGEST);
        var end = Search.without(SENTENCE_AT_THE_END, text.substring(from)).strip();
        return text.substring(0, from) + Search.without(AT_THE_END, end);
    }

    /** Its words on one line, without what stands at their end. */
    String without(Markup piece) {
        var words = piece.oneLine();
        var link = piece.shown().select(LINK).last();
        return without(link == null || !leadsBack(link) ? words : withoutEnd(words, Plain.oneLine(link.text())));
    }

    private static String withoutEnd(String words, String end) {
        var at = words.lastIndexOf(end);
        var isEnd =
                at > 0 && DECORATED.matcher(words.substring(at + end.length())).matches();
        return isEnd && isEnded(words.substring(0, at))
                ? OPENED.matcher(words.substring(0, at)).replaceFirst("").strip()
                : words;
    }

    /** A sentence's end is among what stands behind the last word. */
    private static boolean isEnded(String words) {
        for (var at = words.length() - 1; at >= 0 && !Character.isLetterOrDigit(words.charAt(at)); at--) {
            if (ENDS.indexOf(words.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The paragraphs without those that are tails, and without the tails of the others. */
    List<Element> without(List<Element> paragraphs) {
        var said = paragraphs.stream()
                .filter(paragraph -> !isTail(text(paragraph)))
                .toList();
        var kept = said.stream().filter(paragraph -> !leadsBackAlone(paragraph)).toList();
        return (kept.isEmpty() ? said : kept).stream().peek(this::trim).toList();
    }

    private static boolean isTail(String paragraph) {
        return paragraph.length() <= LONGEST && (Search.matches(SURE, paragraph) || Search.matches(ALONE, paragraph));
    }

    private static String text(Element element) {
        return Plain.oneLine(element.text());
    }

    /** A link to the article and nothing else, or one to it and one to its site with few words around them. */
    private boolean leadsBackAlone(Element paragraph) {
        var links = paragraph.select(LINK);
        if (links.isEmpty() || links.size() > MOST) {
            return false;
        }
        var others =
                letters(paragraph) - links.stream().mapToInt(Tails::letters).sum();
        if (others > FEW_WORDS) {
            return false;
        }
        var back = links.stream().filter(this::leadsBack).count();
        var toSite = links.stream().filter(this::leadsToSite).count();
        return back > 0 && (back == links.size() ? others == 0 : back + toSite == links.size());
    }

    private static int letters(Element element) {
        return NO_LETTER.matcher(element.text()).replaceAll("").length();
    }

    private boolean leadsBack(Element link) {
        return text(link).length() <= LONGEST_LINK
                && identity(link.absUrl("href")).filter(article::contains).isPresent();
    }

    private boolean leadsToSite(Element link) {
        return identity(link.absUrl("href"))
                .filter(site -> article.stream().anyMatch(address -> address.startsWith(site + "/")))
                .isPresent();
    }

    private void trim(Element paragraph) {
        var left = MOST;
        while (left > 0 && removesLast(paragraph)) {
            left--;
        }
        if (left < MOST && paragraph.lastChild() instanceof TextNode text) {
            text.text(OPENED.matcher(text.getWholeText()).replaceFirst(""));
        }
    }

    private boolean removesLast(Element paragraph) {
        var last = paragraph.lastChild();
        if (last instanceof TextNode text && !text.isBlank()) {
            return removesBeforeDecoration(paragraph, text);
        }
        if (last == null || (last instanceof Element element && element.hasText() && !isTail(paragraph, element))) {
            return false;
        }
        last.remove();
        return true;
    }

    /** Such as the bracket in "[more]". */
    private boolean removesBeforeDecoration(Element paragraph, TextNode text) {
        if (DECORATED.matcher(text.getWholeText()).matches()
                && text.previousSibling() instanceof Element element
                && element.hasText()
                && isTail(paragraph, element)) {
            text.remove();
            return true;
        }
        text.text(withoutGoingOn(text.getWholeText()));
        return false;
    }

    private static String withoutGoingOn(String text) {
        var from = Math.max(0, text.length() - LONGEST);
        return text.substring(0, from) + Search.replaceFirst(GOING_ON, text.substring(from), "$1");
    }

    private boolean isTail(Element paragraph, Element end) {
        var words = text(end);
        if (words.length() > LONGEST) {
            return false;
        }
        var all = text(paragraph);
        var before = all.substring(0, Math.max(0, all.lastIndexOf(words)));
        return Search.matches(SURE, words) || (isEnded(before) && (Search.matches(ALONE, words) || leadsBack(end)));
    }
}
