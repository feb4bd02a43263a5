package org.keepreading.source;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Says of a web page where its feed is. */
final class WebPage {
    private static final String FEEDS =
            "link[rel~=(?i)alternate][type~=(?i)rss|atom|feed\\+json], link[rel~=(?i)^feed$], a[href~=(?i)(/feed/?|/rss/?|rss\\.xml|atom\\.xml|feed\\.xml|feed\\.json)$]";
    private static final Pattern WALL = Pattern.compile(
            "(?i)just a moment|attention required|captcha|are you a (human|robot)|access denied|verify you are human|bot protection");

    private WebPage() {}

    static FeedProblem problem(Document document, String text) {
        var page = Jsoup.parse(text);
        return new FeedProblem("%s is an HTML page, not a feed; %s".formatted(document.name(), advice(page)));
    }

    private static String advice(org.jsoup.nodes.Document page) {
        var links = page.select(FEEDS).stream()
                .map(WebPage::href)
                .distinct()
                .limit(3)
                .toList();
        if (!links.isEmpty()) {
            return "it links to %s. Use that address.".formatted(String.join(", ", links));
        }
        if (WALL.matcher(page.title()).find()) {
            return "\"%s\" is perhaps a bot wall. Ask whoever runs the site to let this machine read its feed."
                    .formatted(Plain.oneLine(page.title()));
        }
        return "it links to none. Ask whoever runs the site for the feed's address.";
    }

    private static String href(Element link) {
        return Plain.atMost(300, Plain.oneLine(link.attr("href")));
    }
}
