package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Documents of thousands of entries: by hand all of them come in, in a poll the newest. */
@ParameterizedClass
@EnumSource
class ManyEntriesTest {
    private static final SourceSettings SETTINGS = new SourceSettings(
            1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of());

    private final JdbcClient jdbc;
    private final Importer importer;

    ManyEntriesTest(TestDatabase database) {
        var source = database.fresh();
        jdbc = JdbcClient.create(source);
        importer = Imports.into(source, new SettableClock("2026-03-02T07:00:00Z"), SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json", "teasers.json", "csv"})
    void comeInWholeByHand(String format) {
        var report = importer.take(document(format, 2_500, number -> ""), "harbour", Rules.none(), false);

        assertThat(report.fresh()).isEqualTo(2_500);
        assertThat(report.refused()).isEmpty();
        assertThat(numbers()).hasSize(2_500).contains(0, 1_000, 2_499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json", "teasers.json", "csv"})
    void areTheNewestByDateInAPoll(String format) {
        var report = importer.takeNewest(
                document(format, 1_003, number -> date(number % 7 == 0 ? 2020 - number % 3 : 2026)),
                "harbour",
                Rules.none(),
                false);

        assertThat(report.fresh()).isEqualTo(1_000);
        assertThat(report.notes()).contains("it holds 1,003 items; the newest 1,000 were taken.");
        assertThat(numbers()).hasSize(1_000).contains(0, 1, 14, 1_002).doesNotContain(959, 980, 1_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json", "teasers.json", "csv"})
    void areTheFirstOfTheDocumentInAPollWhereNoneHasADate(String format) {
        importer.takeNewest(document(format, 1_003, number -> ""), "harbour", Rules.none(), false);

        assertThat(numbers()).hasSize(1_000).contains(0, 999).doesNotContain(1_000, 1_001, 1_002);
    }

    @Test
    void comeInUnderFiftyNewSectionsAndTheFeedsOwn() {
        var items = items(
                60,
                number ->
                        "<item><title>Story %d</title><link>https://harbour.example/%d</link><category>Desk %d</category></item>"
                                .formatted(number, number, number));

        var report = importer.take(rss(items), "harbour", Rules.none(), false);

        assertThat(report.fresh()).isEqualTo(60);
        assertThat(new Sections(jdbc).all()).hasSize(51);
        assertThat(report.notes())
                .containsExactly(
                        "50 sections were made, and no more are of one document; 10 items of other categories went into \"Harbour\". "
                                + "Say with --map or --section where they belong.");
    }

    @Test
    void comeInUnderOneSectionWhereTheyNameNone() {
        var report = importer.take(document("xml", 60, number -> ""), "harbour", Rules.none(), false);

        assertThat(report.notes()).isEmpty();
        assertThat(report.made()).hasSize(1);
    }

    @Test
    void areNumberedAsTheyStandInTheDocument() {
        var items = items(
                1_500,
                number ->
                        number % 500 == 0 ? "<item><title>Lost %d</title></item>".formatted(number) : item(number, ""));

        assertThat(importer.take(rss(items), "harbour", Rules.none(), false).refused())
                .extracting(Refusal::entry)
                .containsExactly("entry 1 (\"Lost 0\")", "entry 501 (\"Lost 500\")", "entry 1001 (\"Lost 1000\")");
    }

    @Test
    void loseTheOneInWhichTheDocumentEnds() {
        var text =
                new String(bytes("xml", 1_200, number -> "<description>\nA\n</description>"), StandardCharsets.UTF_8);
        var cut = text.substring(0, text.indexOf("Story 1100") + 12);

        var report = importer.take(
                Document.file("feed.xml", cut.getBytes(StandardCharsets.UTF_8)), "harbour", Rules.none(), false);

        assertThat(report.fresh()).isEqualTo(1_100);
        assertThat(report.refused())
                .singleElement()
                .satisfies(
                        refusal -> assertThat(refusal.reason())
                                .startsWith(
                                        "the document ends inside it (it begins in line 2201, the document ends in line 2201)."));
    }

    @Test
    void endWhereTheNextBeginsIfTheyAreNotClosed() {
        var items = items(1_200, number -> item(number, "").replace("</item>", ""));

        var report = importer.take(rss(items), "harbour", Rules.none(), false);

        assertThat(report.fresh()).isEqualTo(1_200);
    }

    @Test
    void keepTheBeginningOfOneThatIsLargerThanAll() {
        var items = item(0, "<x>" + "<y/>".repeat(60_000) + "</x>") + item(1, "");

        importer.take(rss(items), "harbour", Rules.none(), false);

        assertThat(numbers()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void areRefusedByFivesOfAKindInTheReportAndOneByOneInItsData() {
        var items = items(40, number -> "<item><title>Lost %d</title></item>".formatted(number))
                + items(3, number -> "<item><link>https://harbour.example/%d</link></item>".formatted(number));

        var report = importer.take(rss(items), "harbour", Rules.none(), false);

        assertThat(report.refused()).hasSize(43);
        assertThat(report.lines())
                .containsExactly(
                        "0 new, 0 updated, 0 unchanged, 43 refused",
                        "refused entry 1 (\"Lost 0\"): has no link to its article.",
                        "refused entry 2 (\"Lost 1\"): has no link to its article.",
                        "refused entry 3 (\"Lost 2\"): has no link to its article.",
                        "refused entry 4 (\"Lost 3\"): has no link to its article.",
                        "refused entry 5 (\"Lost 4\"): has no link to its article.",
                        "and 35 more of this kind; --json names each",
                        "refused entry 41: has no headline.",
                        "refused entry 42: has no headline.",
                        "refused entry 43: has no headline.");
    }

    private List<Integer> numbers() {
        return new Teasers(jdbc)
                .list(Wanted.all()).stream()
                        .map(Teaser::headline)
                        .map(headline -> Integer.valueOf(headline.substring("Story ".length())))
                        .toList();
    }

    private static String date(int year) {
        return year + "-03-01T07:00:00Z";
    }

    private static Document document(String format, int count, IntFunction<String> date) {
        return Document.file(
                "feed." + format,
                bytes(format, count, number -> date.apply(number).isEmpty() ? "" : dated(format, date.apply(number))));
    }

    private static String dated(String format, String date) {
        return switch (format) {
            case "xml" -> "<pubDate>" + date + "</pubDate>";
            case "json" -> ",\"date_published\":\"" + date + "\"";
            case "teasers.json" -> ",\"publishedAt\":\"" + date + "\"";
            default -> date;
        };
    }

    private static byte[] bytes(String format, int count, IntFunction<String> more) {
        var text = switch (format) {
            case "xml" -> rssText(items(count, number -> item(number, more.apply(number))));
            case "json" -> "{\"title\":\"Harbour\",\"items\":[" + json(count, "title", more) + "]}";
            case "teasers.json" -> "[" + json(count, "headline", more) + "]";
            default ->
                "headline,url,publishedAt\n"
                        + items(
                                count,
                                number -> "Story %d,https://harbour.example/%d,%s\n"
                                        .formatted(number, number, more.apply(number)));
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(int count, String headline, IntFunction<String> more) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"url\":\"https://harbour.example/%d\",\"%s\":\"Story %d\"%s}"
                        .formatted(number, headline, number, more.apply(number)))
                .collect(Collectors.joining(","));
    }

    private static String item(int number, String elements) {
        return "<item><title>Story %d</title><link>https://harbour.example/%d</link>%s</item>"
                .formatted(number, number, elements);
    }

    private static String items(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }

    private static Document rss(String items) {
        return Document.file("feed.xml", rssText(items).getBytes(StandardCharsets.UTF_8));
    }

    private static String rssText(String items) {
        return "<rss version=\"2.0\"><channel><title>Harbour</title>" + items + "</channel></rss>";
    }
}
