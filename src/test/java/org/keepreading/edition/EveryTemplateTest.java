package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;

/** What mail clients, screen readers and inboxes want of any HTML: each template that we ship holds it. */
@ParameterizedClass
@ValueSource(strings = {"digest", "brief"})
class EveryTemplateTest {
    private final String template;
    private final Document page;

    private static final Pattern SIZE = Pattern.compile("font-size:([\\d.]+)px");
    private static final String LONG =
            "A sentence that goes on for as long as it takes to have more than eighty letters in it.";
    private static final Pattern LINE = Pattern.compile("line-height:([\\d.]+)px");

    EveryTemplateTest(String template) {
        this.template = template;
        this.page = Jsoup.parse(html(template, Lighthouse.edition()));
    }

    // ---- Whole

    @Test
    void tellsItsLanguageAndDirectionAlsoInsideTheBodyWhichWebmailThrowsAway() {
        assertThat(page.select("html[lang=en-GB][dir=ltr]")).hasSize(1);
        assertThat(page.select("body [role=article][lang=en-GB][dir=ltr]")).hasSize(1);
        assertThat(page.title()).isEqualTo("The Morning Light, Monday, 2 March 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, rtl, right",
        "he, rtl, right",
        "fa-IR, rtl, right",
        "ku-Arab, rtl, right",
        "pa-PK, rtl, right",
        "prs, rtl, right",
        "uz-Latn-AF, ltr, left",
        "sd-Deva, ltr, left",
        "de, ltr, left"
    })
    void readsFromTheSideThatTheLanguageBeginsAt(String language, String direction, String side) {
        var newsletter = Lighthouse.newsletter(Locale.forLanguageTag(language), "News");

        var turned = Jsoup.parse(html(Lighthouse.edition(newsletter)));

        assertThat(turned.select("html").attr("dir")).isEqualTo(direction);
        assertThat(turned.select("[role=article]").attr("dir")).isEqualTo(direction);
        assertThat(turned.select("td[align]").eachAttr("align")).containsOnly("center", side);
    }

    @Test
    void isLaidOutInTablesThatScreenReadersDoNotReadOut() {
        assertThat(page.select("table").eachAttr("role")).containsOnly("presentation");
        assertThat(comments())
                .allSatisfy(comment ->
                        assertThat(count("<table", comment)).isEqualTo(count("<table role=\"presentation\"", comment)));
        assertThat(page.select("main, nav, header, section, article, footer, form, script, base, link"))
                .isEmpty();
    }

    @Test
    void closesEveryConditionalComment() {
        var conditional = String.join("", comments());

        assertThat(comments()).allMatch(comment -> comment.startsWith("[if mso]") && comment.endsWith("<![endif]"));
        assertThat(count("<table", conditional)).isOne().isEqualTo(count("</table>", conditional));
        assertThat(count("<td>", conditional)).isEqualTo(count("</td>", conditional));
    }

    @Test
    void hasOneFirstHeadingAndSkipsNoLevel() {
        var levels = page.select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.tagName().charAt(1) - '0')
                .toList();

        assertThat(levels).startsWith(1).filteredOn(level -> level == 1).hasSize(1);
        for (var i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
        }
    }

    // ---- Style

    @Test
    void isCompleteWithoutAStyleElement() {
        assertThat(page.select("td[align]:not([style*=padding])")).isEmpty();
        assertThat(page.select("td:containsOwn(:), td:has(> p), td:has(> h3)"))
                .allSatisfy(cell -> assertThat(cell.attr("style"))
                        .contains("font-family:", "font-size:", "line-height:", "color:"));
        assertThat(page.select("a"))
                .allSatisfy(link -> assertThat(link.attr("style")).contains("color:", "text-decoration:"));
        assertThat(page.select("h1, h2, h3, p"))
                .allSatisfy(block -> assertThat(block.attr("style")).contains("margin:"));
    }

    @Test
    void hasNothingInlineThatAClientTripsOver() {
        var inline = String.join(";", page.select("[style]").eachAttr("style"));

        assertThat(inline)
                .doesNotContain(
                        "!important", "var(", "calc(", "rem", "url(", "flex", "grid", "float", "rgba", "position")
                .doesNotContain("opacity", "box-shadow", "border-radius", "margin:auto", "auto;margin", ":-20px");
        assertThat(page.select("[style*=max-width]").not("table, img")).isEmpty();
        assertThat(page.select("[style*=padding]").not("td, body, table")).isEmpty();
    }

    @Test
    void keepsItsStyleElementsSmallAndInTheHead() {
        assertThat(page.select("style")).hasSize(2).isEqualTo(page.select("head > style"));
        assertThat(page.select("style")).allMatch(style -> style.data().length() < 16 * 1024);
        assertThat(page.select("style").get(0).data())
                .contains("prefers-color-scheme:dark")
                .doesNotContain("[data-");
        assertThat(page.select("style").get(1).data()).contains("[data-ogsc]", "[data-ogsb]");
        assertThat(page.select("meta[name=color-scheme], meta[name=supported-color-schemes]")
                        .eachAttr("content"))
                .containsExactly("light dark", "light dark");
    }

    @Test
    void setsNothingSmallerThan12PixelsAndRunningTextAt16OrMore() {
        var shown = page.select("body [style*=font-size]").not("[style*=display:none]");

        assertThat(shown).allSatisfy(text -> assertThat(number(SIZE, text)).isGreaterThanOrEqualTo(12));
        assertThat(page.select("td:has(> p.excerpt), td:has(> p.dek)"))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(number(SIZE, cell)).isGreaterThanOrEqualTo(16));
    }

    @Test
    void setsWhateverTakesAReaderLongerAt14PixelsOrMore() {
        var photographer = "Marta Lemos, who has photographed every lighthouse of the coast since 1998/The Lighthouse";
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "News")
                .image(new Image("https://lighthouse.example/1.jpg", "A quay", LONG, photographer, 1200, 800))
                .author(new Author("Inês Duarte", LONG, null, null))
                .dek(LONG)
                .excerpt(LONG)
                .build();

        var long80 = Jsoup.parse(html(Lighthouse.editionOf(teaser))).select("body *").stream()
                .filter(element -> element.ownText().length() >= 80
                        && !element.attr("style").contains("display:none"))
                .toList();

        assertThat(long80)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(sizeOf(text)).isGreaterThanOrEqualTo(14));
    }

    @Test
    void namesEachGroundAlsoForClientsThatDropTheStyle() {
        assertThat(page.select("[style*=background-color]").not("img"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(ground -> assertThat(ground.attr("bgcolor")).matches("#[0-9a-f]{6}"))
                .allSatisfy(ground ->
                        assertThat(ground.attr("style")).contains("background-color:" + ground.attr("bgcolor")));
        assertThat(page.select("img[bgcolor], div[bgcolor]")).isEmpty();
    }

    @Test
    void letsWordAddNoSpaceBesideTables() {
        assertThat(page.select("table"))
                .allSatisfy(table ->
                        assertThat(table.attr("style")).contains("mso-table-lspace:0pt", "mso-table-rspace:0pt"));
        assertThat(comments())
                .anyMatch(comment ->
                        comment.contains("table{border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt}"));
    }

    @Test
    void setsRunningTextInLinesThatBreathe() {
        assertThat(page.select("td[style*=font-size], p[style*=font-size]"))
                .allSatisfy(text ->
                        assertThat(number(LINE, text) / number(SIZE, text)).isBetween(1.35, 1.8));
    }

    // ---- Inbox

    @Test
    void beginsWithAPreheaderThatAddsToTheSubject() {
        var first = page.body().child(0);

        assertThat(first.text())
                .hasSizeBetween(40, 150)
                .startsWith("After 164 years")
                .doesNotContain("keepers are leaving");
        assertThat(first.attr("style")).contains("display:none", "mso-hide:all", "max-height:0", "overflow:hidden");
    }

    @Test
    void padsThePreheaderAndHidesNothingElse() {
        var hidden = page.select("[style*=display:none]");

        assertThat(hidden).hasSize(2);
        assertThat(hidden.get(1).attr("aria-hidden")).isEqualTo("true");
        assertThat(count("\u034f\u200c\u00a0", hidden.get(1).wholeText())).isGreaterThanOrEqualTo(60);
    }

    // ---- Pictures and links

    @Test
    void sizesEveryPictureAndSaysWhatItShows() {
        assertThat(page.select("img")).hasSize(4).allSatisfy(image -> {
            assertThat(image.attr("alt")).isNotBlank();
            assertThat(image.attr("src")).startsWith("https://");
            assertThat(Integer.parseInt(image.attr("width"))).isBetween(1, 552);
            assertThat(image.attr("height")).isNotBlank();
            assertThat(image.attr("border")).isEqualTo("0");
            assertThat(image.attr("style"))
                    .contains(
                            "display:block",
                            "width:100%",
                            "height:auto",
                            "max-width:" + image.attr("width") + "px",
                            "color:",
                            "font-family:");
        });
    }

    @Test
    void givesNoTwoPlacesTheSameName() {
        var places = new HashMap<String, String>();

        for (var link : page.select("a")) {
            var name = (link.text() + link.select("img").attr("alt")).strip();
            assertThat(name).isNotBlank();
            assertThat(places.merge(name, link.attr("href"), (known, here) -> known))
                    .as(name)
                    .isEqualTo(link.attr("href"));
        }
    }

    @Test
    void linksToNoPlaceMoreThanThreeTimes() {
        var article = "https://lighthouse.example/coast/1";
        var elsewhere = "<a href=\"https://survey.example\">map</a> ";
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "Links upon links")
                .image("links", "A chain", 1200, 800)
                .excerpt(elsewhere.repeat(5), "<a href=\"" + article + "\">the article itself</a>")
                .build();

        var links = Jsoup.parse(html(Lighthouse.editionOf(teaser))).select("a").eachAttr("href");

        assertThat(links).filteredOn(article::equals).hasSizeBetween(1, 3);
        assertThat(links).filteredOn("https://survey.example"::equals).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void underlinesLinksInText() {
        assertThat(page.select("p a").not("h2 a, h3 a"))
                .allSatisfy(link -> assertThat(link.attr("style")).contains("text-decoration:underline"));
    }

    // ---- Newsroom

    @Test
    void saysBeforeTheHeadlineWhoPaid() {
        assertThat(page.select("p:contains(Paid for by Forja do Monte)")).hasSize(1);
        assertThat(page.text()).contains("Paid for by Forja do Monte Six knives");
    }

    @Test
    void saysWhomItWasSentTo() {
        assertThat(page.text()).contains("This email was sent to ada@example.org.");
    }

    @Test
    void saysInTheMailAloneWhomItWasSentTo() {
        var web = Lighthouse.rendered(template, Lighthouse.edition())
                .html()
                .filledForWeb(
                        field -> field == MergeField.EMAIL ? "ada@example.org" : "https://news.lighthouse.example/");

        assertThat(Jsoup.parse(web).text())
                .doesNotContain("ada@example.org", "This email")
                .contains(
                        "You get The Morning Light because you signed up for it at lighthouse.example. Your preferences");
    }

    @Test
    void saysWhereToSubscribeToWhoeverGotItForwarded() {
        var newsletter = Lighthouse.newsletterWith("subscribe-url: https://lighthouse.example/join?a=1&b=2\n");
        var variant = Lighthouse.rendered(template, Lighthouse.edition(newsletter));

        assertThat(Jsoup.parse(toAda(variant.html())).text())
                .contains("Was it forwarded to you? Subscribe to The Morning Light");
        assertThat(Jsoup.parse(variant.html().filledForWeb(field -> ""))
                        .select("p:has(a[href=https://lighthouse.example/join?a=1&b=2])")
                        .text())
                .isEqualTo("Subscribe to The Morning Light");
        assertThat(toAda(variant.text()))
                .contains(
                        "Was it forwarded to you? Subscribe to The Morning Light:\nhttps://lighthouse.example/join?a=1&b=2\n");
        assertThat(page.text()).doesNotContain("forwarded");
    }

    @Test
    void endsWithWhyWhoAndTheWayOut() {
        assertThat(page.text())
                .contains("You get The Morning Light because you signed up for it at lighthouse.example.")
                .endsWith("The Lighthouse 1 Quay Street, 4050-253 Porto, Portugal");
        assertThat(page.select("a[href=https://news.lighthouse.example/unsubscribe/ada]")
                        .text())
                .isEqualTo("Unsubscribe");
        assertThat(page.select("a[href=https://news.lighthouse.example/preferences/ada]"))
                .hasSize(1);
        assertThat(page.select("a[href=https://news.lighthouse.example/archive/morning-light/7]"))
                .hasSize(1);
    }

    // ---- Untrusted

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" jAvAscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,x\">x</a>",
                "<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "<p onclick=alert(1) style=\"position:fixed\">x</p>",
                "<!--[if mso]><b>x</b><![endif]-->"
            })
    void letsNothingThroughThatAnExcerptSmuggles(String paragraph) {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "News")
                .excerpt(paragraph)
                .build();

        var smuggled = html(Lighthouse.editionOf(teaser));

        assertThat(smuggled.toLowerCase(Locale.ROOT))
                .doesNotContain("alert", "javascript", "onerror", "data:", "fixed", "<b>x");
    }

    @Test
    void escapesEveryValue() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "5 < 6 & \"so on\" <script>")
                .dek("<img src=x onerror=alert(1)>")
                .image("x", "A \"quoted\" sign' onerror='alert(1)", 1200, 800)
                .sponsor("<b>Bold & Sons</b>")
                .build();

        var escaped = Jsoup.parse(html(Lighthouse.editionOf(teaser)));

        assertThat(escaped.select("h3").text()).isEqualTo("5 < 6 & \"so on\" <script>");
        assertThat(escaped.select("img")).hasSize(1);
        assertThat(escaped.select("img").attr("alt")).isEqualTo("A \"quoted\" sign' onerror='alert(1)");
        assertThat(escaped.select("[onerror], script")).isEmpty();
        assertThat(escaped.text()).contains("Paid for by <b>Bold & Sons</b>");
    }

    @Test
    void takesOutAnAddressThatIsNoAddress() {
        var files = new HashMap<>(Lighthouse.template(template).files());
        files.put("html.ftlh", "<a href=\"${lead.headline}\">x</a><a href=\"${recipient.unsubscribeUrl}\">y</a>");
        var lead = Lighthouse.teaser(1, Lighthouse.COAST, "javascript:alert(1)").build();
        var edition = new Edition(
                1,
                Lighthouse.newsletter(),
                Lighthouse.SLOT,
                new Edition.Lead(Lighthouse.COAST, lead),
                List.of(),
                List.of());

        var variant = new Renderer(EditionSettings.defaults())
                .render(edition, new TemplateFiles("ours", Map.copyOf(files)), Lighthouse.everything());

        assertThat(toAda(variant.html())).doesNotContain("javascript").contains("/unsubscribe/ada");
    }

    private String html(Edition edition) {
        return html(template, edition);
    }

    private static String html(String template, Edition edition) {
        return toAda(Lighthouse.rendered(template, edition).html());
    }

    private List<String> comments() {
        return page.nodeStream(Comment.class).map(Comment::getData).toList();
    }

    /** Its own, or its nearest parent's. */
    private static double sizeOf(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .filter(one -> SIZE.matcher(one.attr("style")).find())
                .findFirst()
                .map(one -> number(SIZE, one))
                .orElseThrow();
    }

    private static double number(Pattern property, Element element) {
        var found = property.matcher(element.attr("style"));
        assertThat(found.find()).as(element.attr("style")).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static int count(String part, String whole) {
        return whole.split(Pattern.quote(part), -1).length - 1;
    }
}
