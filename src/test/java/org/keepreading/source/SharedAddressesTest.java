package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Several articles at one address: podcasts, live blogs, changelogs. */
@ParameterizedClass
@EnumSource
class SharedAddressesTest {
    private static final String SHOW = "https://harbour.example/show";

    private final Teasers teasers;
    private final Importer importer;

    SharedAddressesTest(TestDatabase database) {
        var source = database.fresh();
        var jdbc = JdbcClient.create(source);
        var settings = new SourceSettings(
                1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of());
        teasers = new Teasers(jdbc);
        importer = Imports.into(source, new SettableClock("2026-03-09T07:00:00Z"), settings);
    }

    @Test
    void leaveEachEpisodeOfAPodcastAnArticleOfItsOwn() {
        var report = take(rss(item("Low tide", SHOW, "e1", 1), item("High tide", SHOW, "e2", 2)));
        var again = take(rss(item("High tide", SHOW, "e2", 2), item("Spring tide", SHOW, "e3", 3)));

        assertThat(report.fresh()).isEqualTo(2);
        assertThat(report.notes())
                .containsExactly(
                        "2 items share one address, https://harbour.example/show; 2 articles were made of them.");
        assertThat(again.fresh()).isOne();
        assertThat(again.unchanged()).isOne();
        assertThat(guids()).containsExactlyInAnyOrder("e1", "e2", "e3");
        assertThat(articles()).doesNotHaveDuplicates();
    }

    @Test
    void areFoundOutThoughOneEpisodeCameFirstAlone() {
        take(rss(item("Low tide", SHOW, "e1", 1)));
        var first = only();

        var report = take(rss(item("High tide", SHOW, "e2", 2), item("Low tide", SHOW, "e1", 1)));

        assertThat(report.fresh()).isOne();
        assertThat(report.unchanged()).isOne();
        assertThat(teasers.get(first.id()).headline()).isEqualTo("Low tide");
        assertThat(articles()).doesNotHaveDuplicates();
    }

    @Test
    void areFoundOutThoughTheFeedShowsItsLastEpisodeAlone() {
        take(rss(item("Weather for the harbour", SHOW, "mon", 1)));
        take(rss(item("Weather for the harbour", SHOW, "tue", 2)));
        take(rss(item("Storm over the harbour", SHOW, "wed", 3)));

        assertThat(guids()).containsExactlyInAnyOrder("mon", "tue", "wed");
        assertThat(articles()).doesNotHaveDuplicates();
    }

    @Test
    void keepApartWhatALiveBlogTellsBehindTheHash() {
        var live = "https://harbour.example/live";
        var atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Live</title>
                <entry><id>tag:1</id><title>Gates shut</title><link href="%1$s#1"/><updated>2026-03-02T08:00:00Z</updated></entry>
                <entry><id>tag:2</id><title>Gates open</title><link href="%1$s#2"/><updated>2026-03-02T09:00:00Z</updated></entry></feed>""".formatted(live);
        take(atom);
        take(atom);

        assertThat(teasers.list(Wanted.all()))
                .extracting(teaser -> teaser.url().value())
                .containsExactlyInAnyOrder(live + "#1", live + "#2");
    }

    @Test
    void keepApartWhatNothingTellsButTheHash() {
        var items = rss(item("Gates shut", SHOW + "#1", null, 1), item("Gates open", SHOW + "#2", null, 2));
        take(items);

        var report = take(items.replace("Gates open", "Gates open again"));

        assertThat(report.updated()).isOne();
        assertThat(headlines()).containsExactlyInAnyOrder("Gates shut", "Gates open again");
    }

    @Test
    void keepApartTheReleasesOfAJsonChangelog() {
        take("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Changes", "items": [
                 {"id": "v2", "url": "https://harbour.example/changes", "title": "Version 2", "content_text": "Faster."},
                 {"id": "v1", "url": "https://harbour.example/changes", "title": "Version 1", "content_text": "First."}]}""");

        assertThat(guids()).containsExactlyInAnyOrder("v1", "v2");
    }

    @Test
    void areToldByTheirHeadlinesWhereThereIsNoGuid() {
        var items = IntStream.rangeClosed(1, 15)
                .mapToObj(number -> item("Notice " + number, SHOW, null, number))
                .toList();
        var report = take(rss(items.toArray(String[]::new)));
        var again = take(rss(items.get(3)));

        assertThat(report.fresh()).isEqualTo(15);
        assertThat(report.notes()).singleElement().asString().startsWith("15 items share one address");
        assertThat(again.unchanged()).isOne();
        assertThat(headlines()).hasSize(15);
    }

    @Test
    void areToldByTheirHeadlinesWhereAllHaveOneGuid() {
        take(rss(item("Gates shut", SHOW, "channel", 1), item("Gates open", SHOW, "channel", 2)));

        assertThat(headlines()).containsExactlyInAnyOrder("Gates shut", "Gates open");
    }

    @Test
    void knowAgainWhatCameAloneAndWithoutAGuid() {
        take(rss(item("Gates shut", SHOW, null, 1)));

        var report = take(rss(item("Gates open", SHOW, null, 2), item("Gates shut", SHOW, null, 1)));

        assertThat(report.fresh()).isOne();
        assertThat(headlines()).hasSize(2);
    }

    @Test
    void areNotSharedByOneArticleThatStandsInTwoSections() {
        var report = take(rss(item("Gates shut", SHOW, "news-1", 1), item("Gates shut", SHOW, "harbour-1", 1)));

        assertThat(headlines()).containsExactly("Gates shut");
        assertThat(report.notes())
                .containsExactly(
                        "2 items are one article, https://harbour.example/show; what the last of them says is kept.");
    }

    @Test
    void areNotSharedWhereEachFetchMakesNewGuidsAndDates() {
        take(rss(item("Gates shut", SHOW, "x1", 1), item("Gates open", SHOW + "/2", "x2", 1)));

        take(rss(item("Gates shut", SHOW, "y1", 2), item("Gates open", SHOW + "/2", "y2", 2)));

        assertThat(headlines()).hasSize(2);
    }

    @Test
    void areHiddenOneByOne() {
        take(rss(item("Gates shut", SHOW, SHOW + "#1", 1), item("Gates open", SHOW, SHOW + "#2", 2)));
        var shut = teasers.list(Wanted.all()).get(1);

        var hiddenWithIt = teasers.hide(shut.id(), Instant.parse("2026-03-09T07:00:00Z"));
        take(rss(item("Gates open wide", SHOW, SHOW + "#2", 2), item("Gates mended", SHOW, SHOW + "#3", 3)));

        assertThat(hiddenWithIt).isEmpty();
        assertThat(teasers.list(Wanted.all()))
                .filteredOn(Teaser::hidden)
                .extracting(Teaser::headline)
                .containsExactly("Gates shut");
    }

    private ImportReport take(String feed) {
        return importer.take(
                Document.file("feed.xml", feed.getBytes(StandardCharsets.UTF_8)), "harbour", Rules.none(), false);
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Harbour</title>%s</channel></rss>"
                .formatted(String.join("", items));
    }

    private static String item(String headline, String link, @Nullable String guid, int day) {
        return "<item><title>%s</title><link>%s</link>%s<pubDate>%d Mar 2026 08:00:00 GMT</pubDate></item>"
                .formatted(
                        headline,
                        link,
                        guid == null ? "" : "<guid isPermaLink=\"false\">%s</guid>".formatted(guid),
                        day);
    }

    private Teaser only() {
        return teasers.list(Wanted.all()).get(0);
    }

    private List<String> guids() {
        return teasers.list(Wanted.all()).stream().map(Teaser::guid).toList();
    }

    private List<String> headlines() {
        return teasers.list(Wanted.all()).stream().map(Teaser::headline).toList();
    }

    private List<String> articles() {
        return teasers.list(Wanted.all()).stream().map(Teaser::article).collect(Collectors.toList());
    }
}
