package org.keepreading.source;

import java.lang.ref.WeakReference;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Scripts;

/** A piece of writing as a source brings it, or as much of it as a teaser could ever show. */
final class Markup {
    static final Markup NONE = text("");

    private static final Evaluator STRUCK = Selector.evaluatorOf("del, s, strike, [style~=(?i)line-through]");
    private static final Evaluator EMOJI = Selector.evaluatorOf("img[alt]");
    private static final Evaluator FRAME = Selector.evaluatorOf("iframe, noembed");
    private static final Evaluator RAISED = Selector.evaluatorOf("[style~=(?i)vertical-align:\\s*super]");
    private static final Evaluator LOWERED = Selector.evaluatorOf("[style~=(?i)vertical-align:\\s*sub(;|$)]");
    private static final Evaluator EMBEDDED = Selector.evaluatorOf("object > param, object > embed");
    private static final Evaluator FALLBACK = Selector.evaluatorOf("object, applet");

    /** What those above and {@link Quotations} look for: most paragraphs have none of it. */
    private static final Set<String> READ_OTHERWISE =
            Set.of("del", "s", "strike", "iframe", "noembed", "object", "applet", "q");

    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]{1,24}");

    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(a|abbr|article|aside|audio|b|big|blockquote|br|center|cite|code|del|div|em|embed|figure|font|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|math|object|ol|p|picture|pre|q"
                    + "|s|script|section|small|span|strong|strike|style|sub|sup|svg|table|tt|u|ul|video)(\\s+[\\w:-]+\\s*=[^<>]*|\\s*)/?>");
    private static final Pattern CHARACTER =
            Pattern.compile("&(#\\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\\d{0,2});");
    private static final Pattern ANGLE = Pattern.compile("&(lt|gt|#60|#62|#[xX]3[cCeE]);");

    private static final Evaluator SEEN =
            Selector.evaluatorOf("img, amp-img, picture, video, audio, iframe, object, embed");

    private final Kind kind;
    private final String value;
    private final String base;
    private final Locale language;
    private @Nullable String line;
    private WeakReference<Element> parsed = new WeakReference<>(null);

    enum Kind {
        /** Letters as they are: {@code <b>} is four of them. */
        TEXT,
        HTML,
        /** RSS does not say which: markup if it looks like markup. */
        UNSAID
    }

    /**
     * @param base what its links are relative to; empty where nobody knows
     * @param language which quotation marks it has
     */
    private Markup(Kind kind, String value, String base, Locale language) {
        this.kind = kind;
        this.value = value;
        this.base = base;
        this.language = language;
    }

    static Markup text(String value) {
        return new Markup(Kind.TEXT, Bounds.within(value), "", Locale.ROOT);
    }

    static Markup html(String value, String base) {
        return new Markup(Kind.HTML, Bounds.within(value), base, Locale.ROOT);
    }

    static Markup unsaid(String value, String base) {
        return new Markup(Kind.UNSAID, Bounds.within(value), base, Locale.ROOT);
    }

    Markup in(Locale other) {
        if (other.equals(language)) {
            return this;
        }
        var translated = new Markup(kind, value, base, other);
        translated.line = hasQuotations() ? null : line;
        return translated;
    }

    /** Those alone read otherwise in another language. */
    private boolean hasQuotations() {
        return value.contains("<q") || value.contains("<Q");
    }

    String base() {
        return base;
    }

    boolean isBlank() {
        return oneLine().isEmpty();
    }

    /** Nothing at all, not even a picture. */
    boolean isEmpty() {
        return value.isBlank() || (isBlank() && shown().select(SEEN).isEmpty());
    }

    /** Its words alone, on one line, escaped once at most. */
    String oneLine() {
        if (line == null) {
            line = Plain.oneLine(unescaped(isHtml() ? words() : Mojibake.mended(value)));
        }
        return line;
    }

    private String words() {
        var body = body();
        Scripts.write(body);
        return body.text();
    }

    /** As an HTML body of the caller's own; text keeps its lines as paragraphs where blank ones part them. */
    Element body() {
        return shown().clone();
    }

    /** The same body for whoever only looks at it. It is kept as long as memory is not wanted for something else. */
    Element shown() {
        var known = parsed.get();
        if (known == null) {
            known = parse();
            parsed = new WeakReference<>(known);
        }
        return known;
    }

    private Element parse() {
        var html = isHtml() ? value : escaped(value);
        var document = Jsoup.parseBodyFragment(unescapedTags(html), base);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        mend(document.body());
        if (isHtml() && document.body().stream().anyMatch(Markup::mayReadOtherwise)) {
            asItReads(document.body());
        }
        return document.body();
    }

    private static boolean mayReadOtherwise(Element part) {
        return READ_OTHERWISE.contains(part.normalName())
                || part.hasAttr("style")
                || (part.nameIs("img") && part.hasAttr("alt"));
    }

    private static void mend(Element body) {
        if (Mojibake.isIn(body.wholeText())) {
            body.nodeStream(TextNode.class).forEach(words -> words.text(Mojibake.mended(words.getWholeText())));
        }
    }

    /** What is struck out is not said; a picture of a word is that word; where nothing can be embedded stands what is said instead. */
    private void asItReads(Element body) {
        body.select(STRUCK).forEach(Markup::leaveOut);
        for (var emoji : body.select(EMOJI)) {
            if (isWord(emoji)) {
                emoji.replaceWith(new TextNode(emoji.attr("alt")));
            }
        }
        for (var frame : body.select(FRAME)) {
            var inside = frame.wholeText().isEmpty() ? frame.data() : frame.wholeText();
            frame.before(Jsoup.parseBodyFragment(inside, base).body().html());
            frame.remove();
        }
        body.select(RAISED).tagName("sup");
        body.select(LOWERED).tagName("sub");
        body.select(EMBEDDED).remove();
        body.select(FALLBACK).unwrap();
        Quotations.write(body, language);
    }

    private static void leaveOut(Element struck) {
        if (struck.previousSibling() instanceof TextNode before
                && struck.nextSibling() instanceof TextNode after
                && before.getWholeText().matches("(?s).*\\s")) {
            after.text(after.getWholeText().stripLeading());
        } else if (struck.nextSibling() instanceof TextNode after && after.isBlank()) {
            after.remove();
        }
        struck.remove();
    }

    private static boolean isWord(Element image) {
        var alt = image.attr("alt").strip();
        var classes = image.className().toLowerCase(Locale.ROOT);
        return !alt.isEmpty()
                && (classes.matches(".*(emoji|smiley|smilies|emoticon).*")
                        || NO_WORDS.matcher(alt).matches());
    }

    private boolean isHtml() {
        return kind == Kind.HTML || (kind == Kind.UNSAID && looksLikeHtml(value));
    }

    private static boolean looksLikeHtml(String value) {
        return TAG.matcher(value).find() || CHARACTER.matcher(value).find();
    }

    private static String escaped(String text) {
        return "<p>" + Entities.escape(text).replaceAll("\\R\\s*\\R", "</p><p>") + "</p>";
    }

    /** Undoes what escaped twice: no headline means "&amp;amp;". An angle stays where the source says that it is text. */
    private String unescaped(String words) {
        var once = CHARACTER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        kind == Kind.TEXT && ANGLE.matcher(found.group()).matches()
                                ? found.group()
                                : Parser.unescapeEntities(found.group(), true)));
        return kind == Kind.TEXT || !TAG.matcher(once).find()
                ? once
                : Jsoup.parseBodyFragment(once).text();
    }

    /** HTML whose every tag was escaped once more is HTML still. */
    private static String unescapedTags(String html) {
        if (TAG.matcher(html).find()) {
            return html;
        }
        var once = Parser.unescapeEntities(html, false);
        return TAG.matcher(once).find() ? once : html;
    }
}
