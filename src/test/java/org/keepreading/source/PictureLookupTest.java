package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.PictureSizes;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What a poll does so that no mail jumps when its pictures load. */
@ParameterizedClass
@EnumSource
class PictureLookupTest {
    private static final SourceKey HARBOUR = new SourceKey("harbour");

    private final Site site = new Site();
    private final Site intranet = new Site();
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final Teasers teasers;
    private final Fetcher fetcher;
    private final Feeds feeds;

    PictureLookupTest(TestDatabase database) {
        var source = database.fresh();
        var jdbc = JdbcClient.create(source);
        var settings = new SourceSettings(
                1500,
                DataSize.ofMegabytes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                List.of(site.host(), intranet.host()));
        var sources = new Sources(jdbc);
        teasers = new Teasers(jdbc);
        fetcher = new Fetcher(settings, clock);
        feeds = new Feeds(
                sources,
                fetcher,
                Imports.into(source, clock, settings),
                teasers,
                new PictureLookup(new PictureSizes(jdbc), fetcher, clock),
                new SourceAttempts(sources, (level, line) -> {}, clock),
                settings);
        sources.add(
                Source.of(HARBOUR, site.address("/rss.xml"), Duration.ofMinutes(15), Rules.none(), clock.instant()));
    }

    @BeforeEach
    void serveAPicture() throws IOException {
        site.answers("/ferry.jpg", 200, Map.of("Content-Type", "image/jpeg"), PictureHeaderTest.picture("jpg"));
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        site.close();
        intranet.close();
    }

    @Test
    void learnsTheSizeOfAPictureWhoseFeedDoesNotSay() {
        serves(item(1, "/ferry.jpg"));

        feeds.fetch(HARBOUR);

        assertThat(image(1).width()).isEqualTo(640);
        assertThat(image(1).height()).isEqualTo(427);
    }

    @Test
    void looksAtNoPictureTwice() {
        serves(item(1, "/ferry.jpg"));
        feeds.fetch(HARBOUR);

        serves(item(1, "/ferry.jpg"), item(2, "/ferry.jpg"));
        var again = (Fetched.Read) feeds.fetch(HARBOUR);

        assertThat(requestsFor("/ferry.jpg")).isOne();
        assertThat(again.report().unchanged()).isOne();
        assertThat(image(2).width()).isEqualTo(640);
    }

    @Test
    void leavesToAFeedTheSizeThatItSays() {
        serves(item(1, "/ferry.jpg").replace("/>", " width='1200' height='800'/>"));

        feeds.fetch(HARBOUR);

        assertThat(requestsFor("/ferry.jpg")).isZero();
        assertThat(image(1).width()).isEqualTo(1200);
    }

    @Test
    void asksAnotherHostOfTheOwnNetworkForNothing() {
        intranet.answers("/secret.jpg", 200, Map.of(), new byte[] {1});
        serves(item(1, intranet.address("/secret.jpg")));

        feeds.fetch(HARBOUR);

        assertThat(intranet.requests()).isEmpty();
    }

    @Test
    void doesWithoutWhatCannotBeHadAndAsksNoMore() {
        try (var closed = new Site()) {
            closed.answers("/secret.jpg", 200, Map.of(), new byte[] {1});
            site.answers("/page.jpg", 200, Map.of(), "<!DOCTYPE html>".getBytes(UTF_8));
            serves(
                    item(1, "/gone.jpg"),
                    item(2, "/page.jpg"),
                    item(3, closed.address("/secret.jpg")),
                    item(4, "/ferry.jpg"));

            feeds.fetch(HARBOUR);
            var again = feeds.fetch(HARBOUR);

            assertThat(again.hasFailed()).isFalse();
            assertThat(requestsFor("/page.jpg")).isOne();
            assertThat(closed.requests()).isEmpty();
            assertThat(List.of(image(1), image(2), image(3)))
                    .extracting(Image::width)
                    .containsOnlyNulls();
            assertThat(image(4).width()).isEqualTo(640);
        }
    }

    @Test
    void readsNoMoreOfAPictureThanItsBeginning() throws IOException {
        var beginning = PictureHeaderTest.picture("jpg");
        site.handles("/endless.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning);
            Site.endlessly(exchange, new byte[PictureLookup.ENOUGH]);
        });
        serves(item(1, "/endless.jpg"));

        feeds.fetch(HARBOUR);

        assertThat(image(1).width()).isEqualTo(640);
    }

    @Test
    void leavesToTheNextPollWhatIsTooMuchForOne() {
        var items = IntStream.rangeClosed(1, 25)
                .mapToObj(id -> item(id, "/picture-" + id + ".jpg"))
                .toArray(String[]::new);
        site.answers("/picture", 404, Map.of(), new byte[0]);
        serves(items);

        feeds.fetch(HARBOUR);
        var first = site.requests().size();
        site.answers("/rss.xml", 304, Map.of(), new byte[0]);
        feeds.fetch(HARBOUR);

        assertThat(first).isEqualTo(1 + 20);
        assertThat(site.requests()).hasSize(1 + 20 + 1 + 5);
    }

    @Test
    void looksAtNoPictureThatIsTooOldForAnyEdition() {
        serves(item(1, "/ferry.jpg").replace("02 Mar 2026", "02 Feb 2026"));

        feeds.fetch(HARBOUR);

        assertThat(requestsFor("/ferry.jpg")).isZero();
    }

    private void serves(String... items) {
        site.serves(
                "/rss.xml",
                List.of(items).stream()
                        .collect(Collectors.joining(
                                "",
                                "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Harbour</title>",
                                "</channel></rss>")));
    }

    private String item(int id, String picture) {
        return "<item><title>Ferry %1$d</title><link>/ferry/%1$d</link><pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate><media:content url='%2$s' medium='image'/></item>"
                .formatted(id, picture);
    }

    private Image image(int id) {
        return teasers.list(Wanted.all()).stream()
                .filter(teaser -> teaser.headline().equals("Ferry " + id))
                .map(Teaser::image)
                .findFirst()
                .orElseThrow();
    }

    private long requestsFor(String path) {
        return site.paths().stream().filter(path::equals).count();
    }
}
