package org.keepreading.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Tells a document's format by what is in it, whatever it is called, and reads it. */
final class Documents {
    /** What editors and programs put there without anybody seeing it. */
    private static final Pattern INVISIBLE_BEGINNING = Pattern.compile("^[\\s\\u00A0\\u200B\\uFEFF]+");

    /** Enough of what is no feed to tell what it is. */
    private static final int BEGINNING = 100_000;

    private Documents() {}

    /**
     * Its entries in parts, each read when its turn comes, so that none takes much memory.
     *
     * @throws FeedProblem if it holds no feed
     */
    static Stream<Feed> read(Document document) {
        var text = document.text();
        var start = INVISIBLE_BEGINNING.matcher(text).replaceFirst("");
        if (start.isEmpty()) {
            throw new FeedProblem(document.name() + " is empty. Look whether its address or file is the right one.");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonTeasers.read(document, start);
        }
        return start.startsWith("<")
                ? xml(document)
                : CsvHead.of(start).map(head -> CsvTeasers.read(start, head)).orElseGet(() -> xml(document));
    }

    private static Stream<Feed> xml(Document document) {
        var text = document.text();
        return XmlFeed.read(text, document.address())
                .orElseThrow(() -> noFeed(document, text.substring(0, Math.min(text.length(), BEGINNING))));
    }

    private static FeedProblem noFeed(Document document, String text) {
        var root = Parser.xmlParser().parseInput(text, "").firstElementChild();
        if (root == null) {
            return new FeedProblem("%s is no feed: it begins with \"%s\". %s"
                    .formatted(document.name(), Plain.atMost(60, Plain.oneLine(text)), KNOWN));
        }
        return Jsoup.parse(text).selectFirst("html > head > *, html > body > p, html > body > div") != null
                        && looksLikePage(text)
                ? WebPage.problem(document, text)
                : new FeedProblem("%s is no feed: its root is <%s>%s. %s"
                        .formatted(
                                document.name(),
                                root.tagName(),
                                kind(root.tagName()).orElse(""),
                                KNOWN));
    }

    private static final String KNOWN = "What can be read is RSS, Atom, JSON Feed, teasers.json and CSV.";

    private static boolean looksLikePage(String text) {
        return Pattern.compile("(?i)<(!doctype\\s+html|html|head|body)\\b")
                .matcher(text)
                .find();
    }

    private static Optional<String> kind(String root) {
        return switch (root.toLowerCase(Locale.ROOT)) {
            case "opml" -> Optional.of(", a list of feeds; give the address of one of them");
            case "urlset", "sitemapindex" -> Optional.of(", a sitemap for search engines");
            case "error", "response" -> Optional.of(", an error message");
            default -> Optional.empty();
        };
    }
}
