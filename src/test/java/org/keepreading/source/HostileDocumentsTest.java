package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.HostileFeed;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What a poll does with documents that were made to hurt; {@code HostileFeedsTest} has what the server does meanwhile. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class HostileDocumentsTest {
    private static final SourceSettings SETTINGS = new SourceSettings(
            1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of());

    private static final int A_SCREEN = 5_000;

    private DataSource database;

    @BeforeAll
    void make() {
        database = TestDatabase.H2.fresh();
    }

    @ParameterizedTest
    @MethodSource("holdingATeaser")
    void giveTheirHonestTeaserAndAShortReport(HostileFeed feed) {
        var report = take(feed);

        var kept = new Teasers(JdbcClient.create(database)).list(new Wanted(null, feed.name(), 2_000));
        assertThat(kept).extracting(Teaser::headline).contains(HostileFeed.HEADLINE);
        assertThat(kept).hasSizeLessThanOrEqualTo(Importer.MOST_OF_A_POLL);
        assertThat(String.join("\n", report.lines())).hasSizeLessThan(A_SCREEN);
    }

    @ParameterizedTest
    @MethodSource("holdingNone")
    void areRefusedInASentenceWhereTheyHoldNoTeaser(HostileFeed feed) {
        assertThatExceptionOfType(FeedProblem.class)
                .isThrownBy(() -> take(feed))
                .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(500));
    }

    private ImportReport take(HostileFeed feed) {
        return Imports.into(database, new SettableClock("2026-03-02T07:00:00Z"), SETTINGS)
                .takeNewest(Document.file(feed.fileName(), unpacked(feed)), feed.name(), Rules.none(), false);
    }

    private static byte[] unpacked(HostileFeed feed) {
        return feed == HostileFeed.GZIP_BOMB ? new byte[0] : feed.bytes();
    }

    private static Stream<HostileFeed> holdingATeaser() {
        return Arrays.stream(HostileFeed.values()).filter(feed -> !feed.isRefusedWhole());
    }

    private static Stream<HostileFeed> holdingNone() {
        return Arrays.stream(HostileFeed.values()).filter(HostileFeed::isRefusedWhole);
    }
}
