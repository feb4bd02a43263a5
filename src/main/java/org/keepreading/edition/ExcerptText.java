package org.keepreading.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.keepreading.teaser.Scripts;

/** A teaser's paragraphs, once for HTML and once for text, where a link becomes a number in brackets. */
record ExcerptText(List<Html> html, List<String> plain, List<Model.Link> links) {
    // The source sanitised them already. Once more, as this is where they go into a page unescaped.
    private static final Cleaner INLINE = new Cleaner(new Safelist()
            .addTags("a", "b", "strong", "i", "em", "q", "cite", "code", "sub", "sup", "s", "br", "span")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto"));

    /** @param wanted which links stay; of the others the words stay */
    static ExcerptText of(List<String> paragraphs, Predicate<String> wanted) {
        var html = new ArrayList<Html>();
        var plain = new ArrayList<String>();
        var links = new ArrayList<Model.Link>();
        for (var paragraph : paragraphs) {
            var body = clean(paragraph, wanted).body();
            html.add(new Html(body.html()));
            number(body, links);
            Scripts.write(body);
            plain.add(body.text());
        }
        return new ExcerptText(List.copyOf(html), List.copyOf(plain), List.copyOf(links));
    }

    private static Document clean(String paragraph, Predicate<String> wanted) {
        var clean = INLINE.clean(Jsoup.parseBodyFragment(paragraph));
        clean.outputSettings().prettyPrint(false);
        for (var link : clean.select("a")) {
            if (!link.hasAttr("href") || !wanted.test(link.attr("href"))) {
                link.unwrap();
            }
        }
        return clean;
    }

    private static void number(Element body, List<Model.Link> links) {
        for (var link : body.select("a")) {
            links.add(new Model.Link(links.size() + 1, link.attr("href")));
            link.appendText(" [" + links.size() + "]");
        }
    }
}
