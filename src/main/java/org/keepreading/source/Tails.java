package org.keepreading.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What syndication puts at an article's end, in the languages of Europe's and America's newsrooms: it belongs to no teaser. */
final class Tails {
    /** "The post … appeared first on …", as WordPress says it. */
    private static final List<String> SYNDICATED = List.of(
            "(the post|the article|this post|this article|this story|this entry) .{1,400} (was )?(originally |first )*(appeared|published)( first| originally)? (on|in|at) .{1,200}",
            "(der beitrag|der artikel|dieser beitrag|dieser artikel|dieser text) .{1,400} (erschien|ist) (zuerst|zuerst erschienen) (auf|bei|in|im) .{1,200}",
            "(l['’]article|cet article|le post|le billet) .{1,400} est apparu en premier sur .{1,200}",
            "(la entrada|el artículo|la publicación|el post) .{1,400} (se publicó primero|apareció primero|aparece primero|fue publicad[oa] primero) en .{1,200}",
            "(l['’]articolo|il post) .{1,400} (proviene da|sembra essere il primo su|è apparso per la prima volta su|è stato pubblicato su) .{1,200}",
            "(o post|o artigo|o conteúdo|a publicação) .{1,400} (apareceu primeiro|aparece primeiro|foi publicado primeiro|appeared first) (em|no|na|on) .{1,200}",
            "(het bericht|het artikel|dit bericht|dit artikel) .{1,400} (verscheen|is|werd) (eerst|oorspronkelijk|het eerst|als eerste|eerder)( verschenen| gepubliceerd)? (op|bij|in) .{1,200}");

    private static final String GO_ON =
            "(continue reading|read more|read on|keep reading|read the rest|read the full (story|article|post)|view (full |original )?(article|post)"
                    + "|weiterlesen|mehr lesen|weiter lesen|lesen sie weiter|zum (ganzen |vollständigen )?(artikel|beitrag)"
                    + "|lire la suite|lire plus|en savoir plus|continuer la lecture|lire l['’]article"
                    + "|leer más|seguir leyendo|continuar leyendo|sigue leyendo"
                    + "|continua a leggere|leggi tutto|leggi di più|continua la lettura"
                    + "|continuar lendo|continue lendo|leia mais|ler mais|continuar a ler|saiba mais"
                    + "|lees verder|lees meer|verder lezen|meer lezen)";

    private static final List<String> OTHERS = List.of(
            GO_ON + "( .{1,300})?\\s*[→»›…>.:]*",
            "submitted by .{1,100}(\\[link\\].*)?",
            "(\\[link\\]\\s*)?\\[comments\\]|\\[link\\]",
            "thanks for reading .{1,200}! (subscribe|this post is public|share).{0,300}",
            "subscribe (for free )?to (receive|get) new posts.{0,300}",
            "thanks for reading[^.!?]{0,200}[.!]",
            "(share|share this|leave a comment|subscribe now|upgrade to paid|get more from .{1,100})",
            "(filed under|tagged|posted in|veröffentlicht in|classé dans|publicado en|pubblicato in|publicado em|geplaatst in): ?.{1,300}");

    private static final Pattern TAIL = Pattern.compile("(?iuU)("
            + SYNDICATED.stream().collect(Collectors.joining("|")) + "|" + String.join("|", OTHERS) + ")\\.?");

    private static final Pattern AT_THE_END = Pattern.compile("(?iuU)\\s*(?:[\\[(]?(?:…|\\.\\.\\.)[\\])]?\\s*(?:"
            + GO_ON + "(?: [“„«\"‘].{1,300}[”“»\"’])?)?|(?<=[.!?…] )" + GO_ON
            + "(?: [“„«\"‘].{1,300}[”“»\"’])?)\\s*[→»›>]*\\s*$");

    private static final Pattern GOING_ON = Pattern.compile("(?iuU)([.!?…\\])])\\s+" + GO_ON + "\\s*[→»›.…]*\\s*$");

    private static final Pattern SENTENCE_AT_THE_END = Pattern.compile(
            "(?iuU)(?<=[.!?…\\])] )(" + SYNDICATED.stream().collect(Collectors.joining("|")) + ")\\.?$");

    private static final int LONGEST = 700;

    private Tails() {}

    /** The paragraph is nothing else. */
    static boolean isOne(String paragraph) {
        return paragraph.length() <= LONGEST && TAIL.matcher(paragraph).matches();
    }

    /** Takes what stands at the end of a paragraph out of it, such as a link that says "Read more". */
    static void trim(Element paragraph) {
        for (var last = paragraph.lastChild(); last != null; last = paragraph.lastChild()) {
            if (last instanceof TextNode text && !text.isBlank()) {
                text.text(GOING_ON.matcher(text.getWholeText()).replaceFirst("$1"));
                return;
            }
            if (last instanceof Element element && element.hasText() && !isOne(Plain.oneLine(element.text()))) {
                return;
            }
            last.remove();
        }
    }

    /** The text without what stands at its end. */
    static String without(String text) {
        var from = Math.max(0, text.length() - LONGEST);
        var end = SENTENCE_AT_THE_END
                .matcher(text.substring(from))
                .replaceFirst("")
                .strip();
        return text.substring(0, from) + AT_THE_END.matcher(end).replaceFirst("");
    }
}
