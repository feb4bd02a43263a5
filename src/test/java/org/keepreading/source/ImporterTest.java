package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What becomes of a document's entries in the store. */
@ParameterizedClass
@EnumSource
class ImporterTest {
    private static final SourceSettings SETTINGS = new SourceSettings(
            1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of());

    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final Teasers teasers;
    private final Importer importer;

    ImporterTest(TestDatabase database) {
        var source = database.fresh();
        var jdbc = JdbcClient.create(source);
        teasers = new Teasers(jdbc);
        importer = Imports.into(source, clock, SETTINGS);
    }

    @Test
    void reportsWhatWasNewUpdatedAndUnchanged() {
        var first = take(items("ferry", "The last ferry", "tram", "The first tram"));
        var second =
                take(items("ferry", "The ferry is saved", "tram", "The first tram", "market", "The fish market moves"));

        assertThat(first)
                .isEqualTo(new ImportReport(
                        2, 0, 0, List.of(), 0, List.of(), List.of(new Section(new SectionKey("harbour"), "Harbour"))));
        assertThat(second).isEqualTo(new ImportReport(1, 1, 1, List.of(), 0, List.of(), List.of()));
        assertThat(headlines())
                .containsExactlyInAnyOrder("The ferry is saved", "The first tram", "The fish market moves");
    }

    @Test
    void refusesABadEntryWithItsReasonAndTakesTheRest() {
        var report = importer.take(
                Document.file("feed.xml", ReadFeed.bytes("one-item-without-link-one-without-title.xml")),
                "harbour",
                Rules.none(),
                false);

        assertThat(report.fresh()).isEqualTo(2);
        assertThat(report.refused())
                .containsExactly(
                        new Refusal("entry 2 (\"Lost its link\")", "has no link to its article."),
                        new Refusal("entry 3", "has no headline."),
                        new Refusal(
                                "entry 4 (\"Phones\")",
                                "links to \"javascript:alert(1)\", which is no address of the web. "
                                        + "An article's begins with https:// or http://."));
    }

    @Test
    void keepsArticlesApartWhoseGuidsAreTheirPlaces() {
        take(items("1", "The last ferry", "2", "The first tram")
                .replace("harbour.example/1", "harbour.example/ferry")
                .replace("harbour.example/2", "harbour.example/tram"));

        var report = take(items("1", "The fish market moves", "2", "The last ferry", "3", "The first tram")
                .replace("harbour.example/1", "harbour.example/market")
                .replace("harbour.example/2", "harbour.example/ferry")
                .replace("harbour.example/3", "harbour.example/tram"));

        assertThat(report).isEqualTo(new ImportReport(1, 0, 2, List.of(), 0, List.of(), List.of()));
        assertThat(headlines()).containsExactlyInAnyOrder("The fish market moves", "The last ferry", "The first tram");
    }

    @Test
    void knowsAnArticleByItsAddressWhenEachFetchBringsANewGuid() {
        take(items("ferry", "The last ferry").replace(">ferry</guid>", ">build-1</guid>"));

        var report = take(items("ferry", "The last ferry")
                .replace(">ferry</guid>", ">build-2</guid>")
                .replace("/ferry</link>", "/ferry?utm_source=rss</link>"));

        assertThat(report.updated()).isEqualTo(1);
        assertThat(headlines()).containsExactly("The last ferry");
    }

    @Test
    void takesTwoPostsOfABlogByTheirNumbersForTwo() {
        take(items("1", "The last ferry", "2", "The first tram").replace("harbour.example/", "harbour.example/?p="));

        assertThat(headlines()).hasSize(2);
    }

    @Test
    void dropsNoTeaserForWhatIsTooLong() {
        var endless = "x".repeat(5_000);

        var report = take(items("ferry", "The last ferry " + endless)
                .replace("</item>", "<author>%s</author><category>%s</category></item>".formatted(endless, endless))
                .replace(">ferry</guid>", ">" + endless + "</guid>"));

        assertThat(report.fresh()).isEqualTo(1);
    }

    @Test
    void countsTheAgeOfWhatAKnownSourceBringsLateFromItsArrival() {
        var late = items("ferry", "The last ferry")
                .replace("</item>", "<pubDate>Sun, 01 Mar 2026 07:00:00 GMT</pubDate></item>");

        importer.take(document(late), "harbour", Rules.none(), true);

        assertThat(teasers.list(Wanted.all()))
                .singleElement()
                .extracting(Teaser::agedFrom)
                .isEqualTo(clock.instant());
    }

    private ImportReport take(String feed) {
        return importer.take(document(feed), "harbour", Rules.none(), false);
    }

    private static Document document(String feed) {
        return Document.file("feed.xml", feed.getBytes(StandardCharsets.UTF_8));
    }

    private static String items(String... guidsAndTitles) {
        var items = new StringBuilder("<rss version=\"2.0\"><channel><title>Harbour</title>");
        for (var at = 0; at < guidsAndTitles.length; at += 2) {
            items.append(
                    "<item><guid isPermaLink=\"false\">%1$s</guid><title>%2$s</title><link>https://harbour.example/%1$s</link></item>"
                            .formatted(guidsAndTitles[at], guidsAndTitles[at + 1]));
        }
        return items.append("</channel></rss>").toString();
    }

    private List<String> headlines() {
        return teasers.list(Wanted.all()).stream().map(Teaser::headline).toList();
    }
}
