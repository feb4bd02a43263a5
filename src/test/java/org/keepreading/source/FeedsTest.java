package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.PictureSizes;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A source is read when it is due, and what failed is tried again later. */
@ParameterizedClass
@EnumSource
class FeedsTest {
    private static final SourceKey HARBOUR = new SourceKey("harbour");
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>Harbour</title><item><title>The last ferry</title>"
                    + "<link>/ferry</link><category>City</category><pubDate>Sun, 01 Mar 2026 07:00:00 GMT</pubDate></item></channel></rss>";

    private final Site site = new Site();
    private final List<String> told = new ArrayList<>();
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final DataSource source;
    private final JdbcClient jdbc;
    private final SourceSettings settings;
    private final Teasers teasers;
    private final Sections sections;
    private final Sources sources;
    private final Fetcher fetcher;
    private final Feeds feeds;

    FeedsTest(TestDatabase database) {
        source = database.fresh();
        jdbc = JdbcClient.create(source);
        settings = new SourceSettings(
                1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of(site.host()));
        teasers = new Teasers(jdbc);
        sections = new Sections(jdbc);
        sources = new Sources(jdbc);
        fetcher = new Fetcher(settings, clock);
        feeds = feeds(fetcher);
    }

    private Feeds feeds(Fetcher fetcher) {
        return new Feeds(
                sources,
                fetcher,
                Imports.into(source, clock, settings),
                teasers,
                new PictureLookup(new PictureSizes(jdbc), fetcher, clock),
                new SourceAttempts(sources, (level, line) -> told.add(level + " " + line), clock),
                settings);
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        site.close();
    }

    @Test
    void fetchASourceWhenItIsDueAndNotBefore() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED);

        assertThat(due()).containsExactly(HARBOUR);
        assertThat(feeds.fetch(HARBOUR)).isInstanceOf(Fetched.Read.class);
        assertThat(due()).isEmpty();
        clock.advance(EVERY);
        assertThat(due()).containsExactly(HARBOUR);
        assertThat(only().url().value()).isEqualTo(site.address("/ferry"));
    }

    @Test
    void keepTheSourcesRules() {
        sections.ensure(new Section(new SectionKey("town"), "Town"));
        add(
                "/rss.xml",
                new Rules(
                        Map.of("city", new SectionKey("town")),
                        new SectionKey("town"),
                        Map.of("City", "The Port Authority")));
        site.serves("/rss.xml", FEED);

        feeds.fetch(HARBOUR);

        assertThat(only().section()).isEqualTo(new SectionKey("town"));
        assertThat(only().sponsor()).isEqualTo("The Port Authority");
    }

    @Test
    void sendBackWhatTheSiteCalledItsLastVersion() {
        add("/rss.xml", Rules.none());
        site.answers(
                "/rss.xml",
                200,
                Map.of("ETag", "\"v1\"", "Last-Modified", "Mon, 02 Mar 2026 06:00:00 GMT"),
                FEED.getBytes(UTF_8));
        feeds.fetch(HARBOUR);
        site.answers("/rss.xml", 304, Map.of(), new byte[0]);

        assertThat(feeds.fetch(HARBOUR)).isEqualTo(new Fetched.NotModified());
        assertThat(feeds.fetch(HARBOUR)).isEqualTo(new Fetched.NotModified());

        assertThat(site.lastRequest("If-none-match")).isEqualTo("\"v1\"");
        assertThat(site.lastRequest("If-modified-since")).isEqualTo("Mon, 02 Mar 2026 06:00:00 GMT");
    }

    @Test
    void rememberWhereAFeedMovedForGood() {
        add("/old.xml", Rules.none());
        site.redirects("/old.xml", 301, "/rss.xml").serves("/rss.xml", FEED);

        feeds.fetch(HARBOUR);

        assertThat(sources.get(HARBOUR).url()).isEqualTo(site.address("/rss.xml"));
    }

    @Test
    void forgetNothingOfASourceThatMovedToNothing() {
        add("/old.xml", Rules.none());
        site.redirects("/old.xml", 301, "/parked.html")
                .serves("/parked.html", "<html><body><p>Domain for sale</p></body></html>");

        assertThat(feeds.fetch(HARBOUR).hasFailed()).isTrue();

        assertThat(sources.get(HARBOUR).url()).isEqualTo(site.address("/old.xml"));
    }

    @Test
    void pauseLongerAfterEachFailureButNeverStop() {
        add("/rss.xml", Rules.none());
        site.answers("/rss.xml", 500, Map.of(), new byte[0]);

        assertThat(pauseAfterFetch()).isEqualTo(Duration.ofMinutes(15));
        assertThat(pauseAfterFetch()).isEqualTo(Duration.ofMinutes(30));
        assertThat(pauseAfterFetch()).isEqualTo(Duration.ofMinutes(60));
        for (var more = 0; more < 40; more++) {
            feeds.fetch(HARBOUR);
        }
        assertThat(pauseAfterFetch()).isEqualTo(Duration.ofHours(12));
        assertThat(sources.get(HARBOUR).failures()).isEqualTo(44);
        assertThat(sources.get(HARBOUR).lastProblem()).contains("answered 500");
    }

    @Test
    void comeBackToTheOldPaceWhenAFailureIsOver() {
        add("/rss.xml", Rules.none());
        site.answers("/rss.xml", 500, Map.of(), new byte[0]);
        feeds.fetch(HARBOUR);
        site.serves("/rss.xml", FEED);

        assertThat(pauseAfterFetch()).isEqualTo(EVERY);
        assertThat(sources.get(HARBOUR))
                .extracting(Source::failures, Source::lastProblem)
                .containsExactly(0, null);
    }

    @Test
    void tellOnceThatASourceFailsAndOnceThatItIsWellAgain() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED);
        feeds.fetch(HARBOUR);
        site.answers("/rss.xml", 404, Map.of(), new byte[0]);
        for (var times = 0; times < 3; times++) {
            clock.advance(Duration.ofHours(1));
            feeds.fetch(HARBOUR);
        }
        site.serves("/rss.xml", FEED);
        clock.advance(Duration.ofHours(1));
        feeds.fetch(HARBOUR);
        clock.advance(EVERY);
        feeds.fetch(HARBOUR);

        assertThat(told)
                .containsExactly(
                        "WARN Source harbour fails: " + site.address("/rss.xml")
                                + " answered 404: there is nothing at that address. Look for the feed's address on the site."
                                + " Until it is well it is tried again, less and less often.",
                        "INFO Source harbour is well again, after 3 failed tries; it was last read at 2026-03-02 07:00Z.");
    }

    @Test
    void sayWhatHappenedWhereADocumentBreaksTheProgram() throws IOException {
        add("/rss.xml", Rules.none());

        breakWith(new StackOverflowError());
        assertThat(sources.get(HARBOUR).lastProblem())
                .isEqualTo(site.address("/rss.xml")
                        + " is nested too deeply to be read. Ask whoever makes the feed to look"
                        + " at it. The log has the details; \"sources remove\" ends the tries.");
        breakWith(new OutOfMemoryError());
        assertThat(sources.get(HARBOUR).lastProblem()).contains("needs more memory", "-Xmx");
        breakWith(new NoClassDefFoundError());
        assertThat(sources.get(HARBOUR).lastProblem()).contains("fault of this program (NoClassDefFoundError)");

        assertThat(sources.get(HARBOUR).failures()).isEqualTo(3);
    }

    /** Whatever is thrown while a host's name is looked up stands for all that happens after. */
    private void breakWith(Error error) throws IOException {
        try (var breaking = new Fetcher(settings, clock, host -> {
            throw error;
        })) {
            feeds(breaking).fetch(HARBOUR);
        }
    }

    @Test
    void leaveASiteAloneAsLongAsItWants() {
        add("/rss.xml", Rules.none());
        site.answers("/rss.xml", 429, Map.of("Retry-After", "7200"), new byte[0]);

        assertThat(pauseAfterFetch()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void sayOfASourceThatFailsFromTheStartThatNothingCame() {
        add("/rss.xml", Rules.none());

        var fetched = feeds.fetch(HARBOUR);

        assertThat(String.join("\n", fetched.lines()))
                .endsWith("It has brought no teaser yet; next try 2026-03-02 07:15 UTC.");
    }

    @Test
    void keepWhatABrokenSourceBroughtBefore() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED);
        feeds.fetch(HARBOUR);
        site.serves(
                "/rss.xml",
                "<!DOCTYPE html><html><head><link rel=alternate type=application/rss+xml href=/rss.xml></head></html>");

        var fetched = feeds.fetch(HARBOUR);

        assertThat(String.join("\n", fetched.lines()))
                .contains("is an HTML page, not a feed; it links to /rss.xml.")
                .contains("Its one teaser is kept; next try 2026-03-02 07:15 UTC.");
        assertThat(only().headline()).isEqualTo("The last ferry");
    }

    @Test
    void countTheAgeFromArrivalOnceTheSourceIsKnown() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED.replaceAll("<item>.*</item>", ""));
        feeds.fetch(HARBOUR);
        site.serves("/rss.xml", FEED);

        feeds.fetch(HARBOUR);

        assertThat(only().agedFrom()).isEqualTo(clock.instant());
    }

    @Test
    void countTheAgeFromPublicationAtTheFirstReading() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED);

        feeds.fetch(HARBOUR);

        assertThat(only().agedFrom()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
    }

    @Test
    void importAFileAndAnAddress(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("feed.xml"), FEED.replace("/ferry", "https://harbour.example/ferry"));
        site.serves("/rss.xml", FEED.replace("/ferry", "https://harbour.example/ferry"));

        assertThat(feeds.importFile(file, HARBOUR, Rules.none()).fresh()).isEqualTo(1);
        assertThat(feeds.importFrom(site.address("/rss.xml"), HARBOUR, Rules.none())
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void sayWhatIsWrongWithAFileOrAnAddress(@TempDir Path folder) {
        var missing = folder.resolve("missing.xml");

        assertThatThrownBy(() -> feeds.importFile(missing, HARBOUR, Rules.none()))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("missing.xml cannot be read");
        assertThatThrownBy(() -> feeds.importFrom(site.address("/nothing.xml"), HARBOUR, Rules.none()))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void removeASourceAndKeepItsTeasers() {
        add("/rss.xml", Rules.none());
        site.serves("/rss.xml", FEED);
        feeds.fetch(HARBOUR);

        sources.remove(HARBOUR);

        assertThat(sources.all()).isEmpty();
        assertThat(only().headline()).isEqualTo("The last ferry");
        assertThatThrownBy(() -> feeds.fetch(HARBOUR))
                .hasMessage("There is no source \"harbour\". There are none yet: \"sources add\".");
    }

    @Test
    void refuseASecondSourceOfTheSameKey() {
        add("/rss.xml", Rules.none());

        assertThatThrownBy(() -> add("/other.xml", Rules.none()))
                .hasMessageStartingWith("There is a source \"harbour\" already.");
    }

    private void add(String path, Rules rules) {
        sources.add(Source.of(HARBOUR, site.address(path), EVERY, rules, clock.instant()));
    }

    private List<SourceKey> due() {
        return sources.due(clock.instant()).stream().map(Source::key).toList();
    }

    private Duration pauseAfterFetch() {
        feeds.fetch(HARBOUR);
        return Duration.between(clock.instant(), sources.get(HARBOUR).nextFetchAt());
    }

    private Teaser only() {
        var all = teasers.list(Wanted.all());
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
