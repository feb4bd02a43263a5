package org.keepreading.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Documents within the limit on size (10 MB) that were made to fill the memory, to overflow the stack or to take for ever. Each
 * holds an honest teaser as well, {@link #FERRY}, before the hostile part, unless it {@link #isRefusedWhole}. A test hands
 * {@link #bytes} to a reader, serves them from a site under {@link #fileName}, or imports what {@link #writeTo} wrote.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Supplier may change, these do not
public enum HostileFeed {
    ELEMENTS("xml", () -> rss(item("<x>" + "<a/>".repeat(2_000_000) + "</x>"))),
    ELEMENTS_IN_HTML("xml", () -> rss(item(html("<a/>".repeat(2_000_000))))),
    LONG_DATES("xml", () -> rss(items(40, n -> item("<pubDate>" + "a".repeat(200_000) + "</pubDate>")))),
    DATES_OF_WORDS("xml", () -> rss(items(40, n -> item("<pubDate>" + "May 1 ".repeat(33_000) + "</pubDate>")))),
    SECTIONS("xml", () -> rss(items(5_000, n -> story(n, "<category>Desk " + n + "</category>")))),
    CATEGORIES("xml", () -> rss(item(items(300_000, n -> "<category>Desk " + n + "</category>")))),
    UNCLOSED_ITEMS("xml", () -> rss(items(20_000, n -> "<item><title>Story " + n + "</title>"))),
    RULES("xml", () -> rss(item(html("a<hr>".repeat(1_000_000))))),
    RULES_IN_BOLD("xml", () -> rss(item(html("<b>" + "a<hr>".repeat(1_000_000))))),
    ENTITIES("xml", () -> rss(items(100, n -> story(n, html("&eacute;".repeat(10_000)))))),
    ENTITIES_IN_HEADLINES(
            "xml",
            () -> rss(items(
                    100, n -> "<item><title>" + "&amp;eacute;".repeat(7_000) + "</title>" + link(n) + "</item>"))),
    ITEMS("xml", () -> rss(items(100_000, n -> story(n, "")))),
    ITEMS_WITHOUT_LINK("xml", () -> rss(items(20_000, n -> "<item><title>Story " + n + "</title></item>"))),
    EMPTY_ITEMS("xml", () -> rss("<item/>".repeat(1_300_000))),
    DEEP_ELEMENTS("xml", () -> rss(item("<b>".repeat(1_000_000)))),
    DEEP_HTML("xml", () -> rss(item(html("<div>".repeat(1_000_000))))),
    DEEP_HTML_WITH_TEXT("xml", () -> rss(item(html("<b>x<div>y".repeat(600_000))))),
    FORMATTING("xml", () -> rss(item(html(items(500, n -> "<b id=" + n + ">") + "<div>x</div>".repeat(500_000))))),
    FIGURE(
            "xml",
            () -> rss(item(html("<figure><figcaption>" + "word ".repeat(190_000) + "</figcaption>"
                    + "<img src=/a.gif width=1>".repeat(350_000))))),
    SRCSET("xml", () -> rss(item(html("<img srcset='" + "a.jpg 1w, ".repeat(800_000) + "'>")))),
    ATTRIBUTES("xml", () -> rss(item("<x " + items(800_000, n -> "a" + n + "='' ") + "/>"))),
    ATTRIBUTES_IN_HTML("xml", () -> rss(item(html(items(1_000, n -> "<i " + items(500, a -> "a" + a + "=1 ") + ">"))))),
    NAMESPACES(
            "xml",
            () -> rss(items(
                    2_000, n -> story(n, "<x " + items(100, a -> "xmlns:n" + a + "='u" + a + n + "' ") + "/>")))),
    NAMESPACES_OF_THE_ROOT(
            "xml",
            () -> "<rss " + items(200_000, n -> "xmlns:n" + n + "='u' ") + "><channel><title>Harbour</title>"
                    + HostileFeed.FERRY + items(10_000, n -> story(n, "")) + "</channel></rss>"),
    PROCESSING_INSTRUCTIONS("xml", () -> rss(item("<?a?>".repeat(1_600_000)))),
    COMMENTS("xml", () -> rss("<!---->".repeat(1_300_000))),
    COMMENTS_THAT_NEVER_END("xml", () -> rss(items(300_000, n -> "<item><!--x<![CDATA["))),
    CDATA_SECTIONS("xml", () -> rss(item("<description>" + "<![CDATA[a]]>".repeat(700_000) + "</description>"))),
    CHANNEL("xml", () -> rss("<a/>".repeat(2_000_000))),
    AMPERSANDS("xml", () -> rss(item(html("&".repeat(8_000_000))))),
    ANGLES("xml", () -> rss(item("<".repeat(8_000_000)))),
    QUOTES("xml", () -> rss("<a b=\"'".repeat(1_000_000))),
    DECLARED_ENTITIES(
            "xml",
            () -> "<!DOCTYPE rss [" + items(100_000, n -> "<!ENTITY e" + n + " \"x\">") + "]>"
                    + rss(items(10_000, n -> story(n, "<description>&amp;e;</description>")))),
    AUTHORS("xml", () -> rss(item("<dc:creator>Ana Reis</dc:creator>".repeat(250_000)))),
    BYLINE("xml", () -> rss(item("<author>a@b" + ".c".repeat(3_000_000) + "</author>"))),
    ENCLOSURES("xml", () -> rss(item("<enclosure url='https://harbour.example/a.jpg'/>".repeat(150_000)))),
    THUMBNAILS(
            "xml",
            () -> rss(item("<media:title>" + "word ".repeat(200_000) + "</media:title>"
                    + "<media:content url='https://harbour.example/a.jpg' medium='image'/>".repeat(80_000)))),
    LINKS(
            "xml",
            () -> rss(items(
                    9,
                    n -> "<item><title>Story</title><link>https://harbour.example/" + "é".repeat(500_000)
                            + "</link></item>"))),
    HOSTS(
            "xml",
            () -> rss(items(
                    200,
                    n -> "<item><title>Story</title><link>https://" + "é".repeat(20_000) + ".example/</link></item>"))),
    SLASHES(
            "xml",
            () -> rss(items(
                    5_000,
                    n -> "<item><title>Story</title><link>https://harbour.example" + "/".repeat(1_900) + n
                            + "</link></item>"))),
    ARROWS("xml", () -> rss(items(36, n -> story(n, html(("<p>Read more" + " →".repeat(340) + "x</p>").repeat(190)))))),
    ELLIPSES("xml", () -> rss(items(40, n -> story(n, html(("<p>" + "... ".repeat(170) + "x</p>").repeat(280)))))),
    FULL_STOPS("xml", () -> rss(items(40, n -> story(n, html("<p>Words" + " .".repeat(99_000) + "</p>"))))),
    LINKS_TO_THE_ARTICLE(
            "xml",
            () -> rss(items(
                    40, n -> story(n, html("<p>Words." + "<a href='https://harbour.example/0'>x</a>".repeat(2_500)))))),
    LINE_BREAKS("xml", () -> rss(item("<description>" + "\n a".repeat(2_500_000) + "</description>"))),
    BLANKS(
            "xml",
            () -> rss(items(4, n -> "<item><title>a" + " ".repeat(2_000_000) + "b</title>" + link(n) + "</item>"))),
    TAG_OF_BLANKS("xml", () -> rss(item(html("<a" + " ".repeat(8_000_000))))),
    WITHOUT_A_FEED("xml", true, () -> "<html><body>" + "<a/>".repeat(2_000_000)),
    JSON_FEED_ITEMS(
            "json",
            () -> feed(items(
                    70_000, n -> "{\"url\":\"https://harbour.example/" + n + "\",\"title\":\"Story " + n + "\"},"))),
    JSON_ARRAYS("json", () -> feed("{\"id\":\"x\",\"title\":\"x\",\"tags\":[" + "[],".repeat(2_500_000) + "[]]},")),
    JSON_TAGS(
            "json",
            () -> feed("{\"url\":\"https://harbour.example/x\",\"title\":\"x\",\"tags\":[" + "\"a\",".repeat(2_000_000)
                    + "\"a\"]},")),
    JSON_NAMES("json", () -> feed(items(700_000, n -> "{\"" + n + "\":1},"))),
    JSON_OUTSIDE("json", () -> "{\"x\":[" + "[],".repeat(3_000_000) + "[]]," + feed("").substring(1)),
    JSON_NUMBERS("json", true, () -> feed("{\"title\":" + "9".repeat(8_000_000) + "},")),
    JSON_DEPTH("json", true, () -> "[".repeat(8_000_000)),
    JSON_DEPTH_OF_OBJECTS("json", true, () -> "{\"a\":".repeat(1_500_000)),
    TEASERS("json", () -> "[" + teasers("{\"headline\":\"a\",\"url\":\"https://a.example/1\"},".repeat(150_000)) + "]"),
    TEASERS_OF_NUMBERS("json", () -> "[" + teasers("1,".repeat(4_000_000)) + "]"),
    CSV_ROWS("csv", () -> csv(items(100_000, n -> "Story " + n + ",https://harbour.example/" + n + "\n"))),
    CSV_SHORT_ROWS("csv", () -> csv(items(400_000, n -> n + ",http://a.b/" + n + "\n"))),
    CSV_EMPTY_ROWS("csv", () -> csv(",\n".repeat(4_000_000))),
    CSV_COLUMNS(
            "csv", () -> "headline,url" + items(10_000, n -> ",c" + n) + "\n" + csvFerry() + ",a\n".repeat(1_000_000)),
    CSV_FIELDS("csv", () -> csv(items(900, n -> ",".repeat(10_000) + "\n"))),
    CSV_PARAGRAPHS(
            "csv",
            () -> "headline,url,excerpt\n" + csvFerry().replace("\n", ",\n")
                    + items(40, n -> "Story,https://harbour.example/" + n + ",\"" + "a\n\n".repeat(65_000) + "\"\n")),
    CSV_HEAD("csv", true, () -> "a,".repeat(4_000_000)),
    CSV_HEAD_WITHOUT_A_HEADLINE("csv", true, () -> "a,".repeat(990) + "!\n" + "a,b\n".repeat(2_000_000)),
    CSV_ENDLESS_CELL("csv", () -> csv("\"" + "a,b\n".repeat(2_000_000))),
    GZIP_BOMB("xml.gz", true, () -> "<rss>" + " ".repeat(200_000_000));

    /** Headline and address of the honest teaser. */
    public static final String HEADLINE = "The last ferry";

    public static final String FERRY =
            "<item><title>The last ferry</title><link>https://harbour.example/ferry</link></item>";

    private final String extension;
    private final boolean refusedWhole;
    private final Supplier<String> text;

    HostileFeed(String extension, Supplier<String> text) {
        this(extension, false, text);
    }

    HostileFeed(String extension, boolean refusedWhole, Supplier<String> text) {
        this.extension = extension;
        this.refusedWhole = refusedWhole;
        this.text = text;
    }

    /** No teaser of it can be told from the rest: the whole is refused with a sentence. */
    public boolean isRefusedWhole() {
        return refusedWhole;
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + extension;
    }

    public byte[] bytes() {
        var bytes = text.get().getBytes(StandardCharsets.UTF_8);
        return extension.endsWith(".gz") ? packed(bytes) : bytes;
    }

    public Path writeTo(Path folder) {
        try {
            return Files.write(folder.resolve(fileName()), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For other shapes of the kind: an RSS feed with the honest teaser, then these items. */
    public static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Harbour</title><link>https://harbour.example/</link>" + FERRY
                + items + "</channel></rss>";
    }

    private static String items(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }

    private static String item(String elements) {
        return story(0, elements);
    }

    private static String story(int number, String elements) {
        return "<item><title>Story " + number + "</title>" + link(number) + elements + "</item>";
    }

    private static String link(int number) {
        return "<link>https://harbour.example/" + number + "</link>";
    }

    private static String html(String html) {
        return "<description><![CDATA[" + html + "]]></description>";
    }

    private static String feed(String items) {
        return "{\"title\":\"Harbour\",\"items\":["
                + "{\"url\":\"https://harbour.example/ferry\",\"title\":\"The last ferry\"}," + items
                + "{}]}";
    }

    private static String teasers(String teasers) {
        return "{\"headline\":\"The last ferry\",\"url\":\"https://harbour.example/ferry\"}," + teasers + "{}";
    }

    private static String csv(String rows) {
        return "headline,url\n" + csvFerry() + rows;
    }

    private static String csvFerry() {
        return "The last ferry,https://harbour.example/ferry\n";
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
