package org.keepreading.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * A piece of writing as a source brings it.
 *
 * @param base what its links are relative to; empty where nobody knows
 */
record Markup(Kind kind, String value, String base) {
    static final Markup NONE = new Markup(Kind.TEXT, "", "");

    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(a|abbr|article|aside|audio|b|big|blockquote|br|center|cite|code|del|div|em|embed|figure|font|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|math|object|ol|p|picture|pre|q"
                    + "|s|script|section|small|span|strong|strike|style|sub|sup|svg|table|tt|u|ul|video)(\\s+[\\w:-]+\\s*=[^<>]*|\\s*)/?>");
    private static final Pattern CHARACTER =
            Pattern.compile("&(#\\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\\d{0,2});");
    private static final Pattern ANGLE = Pattern.compile("&(lt|gt|#60|#62|#[xX]3[cCeE]);");

    enum Kind {
        /** Letters as they are: {@code <b>} is four of them. */
        TEXT,
        HTML,
        /** RSS does not say which: markup if it looks like markup. */
        UNSAID
    }

    static Markup text(String value) {
        return new Markup(Kind.TEXT, value, "");
    }

    static Markup html(String value, String base) {
        return new Markup(Kind.HTML, value, base);
    }

    static Markup unsaid(String value, String base) {
        return new Markup(Kind.UNSAID, value, base);
    }

    boolean isBlank() {
        return oneLine().isEmpty();
    }

    /** Its words alone, on one line, escaped once at most. */
    String oneLine() {
        var words = isHtml() ? body().text() : value;
        return Plain.oneLine(unescaped(words));
    }

    /** As an HTML body; text keeps its lines as paragraphs where blank ones part them. */
    Element body() {
        var html = isHtml() ? value : escaped(value);
        var document = Jsoup.parseBodyFragment(unescapedTags(html), base);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        return document.body();
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
