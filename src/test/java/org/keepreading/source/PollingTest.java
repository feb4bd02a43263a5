package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.journal.Journal;
import org.keepreading.teaser.PictureSizes;
import org.keepreading.teaser.Teasers;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Sources are read side by side, each with a deadline, and none twice at a time. */
@ParameterizedClass
@EnumSource
class PollingTest {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>Harbour</title><item><title>The last ferry</title><link>/ferry</link></item></channel></rss>";

    private final Site site = new Site();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Journal journal = (level, line) -> told.add(level + " " + line);
    private final CountDownLatch over = new CountDownLatch(1);
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final DataSource source;
    private final JdbcClient jdbc;
    private final Teasers teasers;
    private final Sources sources;
    private final SourceAttempts attempts;

    PollingTest(TestDatabase database) {
        source = database.fresh();
        jdbc = JdbcClient.create(source);
        teasers = new Teasers(jdbc);
        sources = new Sources(jdbc);
        attempts = new SourceAttempts(sources, journal, clock);
    }

    @AfterEach
    void close() {
        over.countDown();
        site.close();
    }

    @Test
    void readsASourceWhileManyOthersKeepItWaiting() {
        for (var number = 1; number <= 10; number++) {
            add("silent-" + number, "/silent");
        }
        add("well", "/rss.xml");
        site.handles("/silent", exchange -> hang()).serves("/rss.xml", FEED);
        var polling = polling(LONG);

        polling.look();

        await().until(() -> isRead("well"));
        polling.stop();
    }

    @Test
    void givesUpWhatCannotBeInterruptedAndLeavesItsLikeAloneWhileItGoesOn() {
        add("deaf", "/deaf");
        var polling = polling(SHORT);
        polling.look();
        await().until(() -> looksAndFindsAFailure(polling, "deaf"));
        add("failed-before", "/rss.xml");
        attempts.failed(attempts.begin(source("failed-before")).orElseThrow(), "answered 500", Duration.ZERO);
        site.serves("/rss.xml", FEED);
        clock.advance(EVERY);

        polling.look();

        assertThat(source("deaf").lastProblem())
                .isEqualTo(site.address("/deaf")
                        + " gave no answer within 0 s (keepreading.source.timeout), and was given up. If that happens again ask"
                        + " whoever makes the feed for a shorter or simpler one; \"sources remove\" ends the tries.");
        assertThat(source("failed-before").nextFetchAt()).isEqualTo(clock.instant());
        over.countDown();
        await().until(() -> looksAndReads(polling, "failed-before"));
    }

    @Test
    void endsTheProcessRatherThanKeepMoreAndMoreReadersThatNothingEnds() {
        for (var number = 1; number <= 4; number++) {
            add("deaf-" + number, "/deaf");
        }
        var polling = polling(SHORT);
        polling.look();

        await().untilAsserted(() -> assertThatThrownBy(polling::look)
                .isInstanceOf(Error.class)
                .hasMessageContaining("4 documents are still being read though they were given up"));
    }

    @Test
    void notesAnAttemptBeforeItIsMadeAndTakesItBackAtAnOrderlyStop() {
        add("slow", "/slow");
        clock.advance(Duration.ofNanos(123_456_789)); // finer than a database keeps it
        var before = source("slow");
        var asked = new CountDownLatch(1);
        site.handles("/slow", exchange -> {
            asked.countDown();
            hang();
        });
        var polling = polling(LONG);

        polling.look();
        await().until(() -> asked.getCount() == 0);

        assertThat(source("slow").unended()).isEqualTo(1);
        assertThat(source("slow").nextFetchAt())
                .isEqualTo(clock.instant().plus(EVERY).truncatedTo(ChronoUnit.MILLIS));
        polling.stop();
        assertThat(source("slow")).isEqualTo(before);
    }

    @Test
    void countsAnAttemptThatTheProcessDiedWithFromTheSecondInARow() {
        add("deadly", "/rss.xml");
        site.serves("/rss.xml", FEED);

        assertThat(pauseAfterDeath()).isEqualTo(EVERY);
        assertThat(source("deadly").failures()).isZero();
        assertThat(pauseAfterDeath()).isEqualTo(EVERY.multipliedBy(2));
        assertThat(source("deadly").failures()).isEqualTo(1);
        assertThat(source("deadly").lastProblem())
                .startsWith("The program ended, or was killed, twice running or more");
        assertThat(told).isEmpty();
        assertThat(pauseAfterDeath()).isEqualTo(EVERY.multipliedBy(4));

        clock.advance(EVERY.multipliedBy(4));
        var polling = polling(LONG);
        await().until(() -> looksAndReads(polling, "deadly"));
        assertThat(source("deadly"))
                .extracting(Source::failures, Source::unended, Source::lastProblem)
                .containsExactly(0, 0, null);
        assertThat(told)
                .satisfiesExactly(
                        bad -> assertThat(bad)
                                .startsWith("WARN Source deadly fails: The program ended, or was killed,"),
                        well -> assertThat(well)
                                .isEqualTo(
                                        "INFO Source deadly is well again, after 2 failed tries; it had never been read."));
    }

    @Test
    void leavesASourceThatIsReadOftenAloneForLongerThanAnAttemptTakes() {
        sources.add(Source.of(
                new SourceKey("often"), site.address("/rss.xml"), Source.SHORTEST, Rules.none(), clock.instant()));

        attempts.begin(source("often"));

        assertThat(source("often").nextFetchAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void isMadeByOneNodeAlone() {
        add("shared", "/rss.xml");
        var seenByBoth = source("shared");
        var anotherNode = new SourceAttempts(sources, journal, clock);

        assertThat(attempts.begin(seenByBoth)).isPresent();

        assertThat(anotherNode.begin(seenByBoth)).isEmpty();
    }

    private Duration pauseAfterDeath() {
        clock.advance(Duration.between(clock.instant(), source("deadly").nextFetchAt()));
        new SourceAttempts(sources, journal, clock).begin(source("deadly"));
        return Duration.between(clock.instant(), source("deadly").nextFetchAt());
    }

    private boolean looksAndFindsAFailure(Polling polling, String key) {
        polling.look();
        return source(key).lastProblem() != null;
    }

    private boolean looksAndReads(Polling polling, String key) {
        polling.look();
        return isRead(key);
    }

    private boolean isRead(String key) {
        return source(key).lastReadAt() != null;
    }

    private void add(String key, String path) {
        sources.add(Source.of(new SourceKey(key), site.address(path), EVERY, Rules.none(), clock.instant()));
    }

    private Source source(String key) {
        return sources.get(new SourceKey(key));
    }

    private Polling polling(Duration timeout) {
        var settings = new SourceSettings(1500, DataSize.ofMegabytes(10), timeout, LONG, List.of(site.host()));
        var fetcher = new Fetcher(settings, clock, this::address);
        var feeds = new Feeds(
                sources,
                fetcher,
                Imports.into(source, clock, settings),
                teasers,
                new PictureLookup(new PictureSizes(jdbc), fetcher, clock),
                attempts,
                settings);
        return new Polling(sources, attempts, feeds, settings, clock);
    }

    /** Some name servers take their time, and Java does not stop asking when it is told to. */
    private InetAddress[] address(String host) throws UnknownHostException {
        if (Thread.currentThread().getName().startsWith("source deaf")) {
            hangWhateverIsSaid();
        }
        return InetAddress.getAllByName(host);
    }

    private void hangWhateverIsSaid() {
        while (over.getCount() > 0) {
            hang();
        }
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException deaf) {
            // goes on
        }
    }
}
