package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Every column that keeps words from outside takes whatever they are, or refuses that entry alone. */
@ParameterizedClass
@EnumSource
class OutsideWordsTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** What holds no words of a feed's, or only those in a certain form. */
    private static final Set<String> OURS = Set.of(
            "teaser.source_key", "teaser.section_key", "section.section_key", "author.email", "teaser.image_url");

    private static final Map<String, String> HOSTILE = Map.of(
            "zero",
            "a\u0000b",
            "half",
            "a\uD83Db",
            "long",
            "word ".repeat(4_000),
            "emoji",
            "😀".repeat(6_000),
            "marks",
            "e" + "\u0301".repeat(12_000));

    private final JdbcClient jdbc;
    private final Importer importer;

    OutsideWordsTest(TestDatabase database) {
        var source = database.fresh();
        jdbc = JdbcClient.create(source);
        importer = Imports.into(
                source,
                new SettableClock("2026-03-02T07:00:00Z"),
                new SourceSettings(
                        1500, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ofSeconds(30), List.of()));
    }

    @Test
    void areTakenOrRefusedOneByOne() {
        var names = List.of(
                "guid",
                "section",
                "sectionTitle",
                "headline",
                "dek",
                "url",
                "image.url",
                "image.alt",
                "image.caption",
                "image.credit",
                "excerpt",
                "author.name",
                "author.bio",
                "author.email",
                "author.handle",
                "sponsor");

        for (var name : names) {
            HOSTILE.forEach((kind, words) -> {
                var hostile = teaser(name + kind);
                set(hostile, name, name.endsWith("url") ? "https://harbour.example/" + words : words);
                var report = take(List.of(hostile, teaser(name + kind + "-neighbour")));

                assertThat(report.fresh())
                        .as("%s, %s: %s", name, kind, report.refused())
                        .isGreaterThanOrEqualTo(1);
                assertThat(report.fresh() + report.refused().size()).isEqualTo(2);
            });
        }
        assertThat(wordColumns()).as("columns that this test fills").allMatch(filled()::contains);
    }

    @Test
    void keepLongGuidsApart() {
        var one = teaser("one");
        var other = teaser("two");
        one.put("guid", "x".repeat(5_000) + "1");
        other.put("guid", "x".repeat(5_000) + "2");

        assertThat(take(List.of(one, other)).fresh()).isEqualTo(2);
        assertThat(take(List.of(one, other)).unchanged()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"items\":[", "[1e", "[\"", "[{\"guid\":"})
    void areNamedInASentenceHoweverDeepTheyNest(String opening) {
        assertThatExceptionOfType(FeedProblem.class)
                .isThrownBy(() -> take(opening.repeat(100_000).getBytes(UTF_8)))
                .withMessageContaining("this is not JSON any more");
    }

    private Set<String> wordColumns() {
        return new TreeSet<>(jdbc.sql("""
                        select lower(table_name) || '.' || lower(column_name) from information_schema.columns
                        where lower(table_schema) = 'public' and lower(table_name) in ('teaser', 'author', 'section')
                          and lower(data_type) = 'character varying'""").query(String.class).list());
    }

    private Set<String> filled() {
        var filled = new TreeSet<String>();
        for (var column : wordColumns()) {
            var parts = column.split("\\.", 2);
            var words = jdbc.sql("select %2$s from %1$s where %2$s is not null".formatted(parts[0], parts[1]))
                    .query(String.class)
                    .list();
            assertThat(words).as(column).allMatch(word -> new String(word.getBytes(UTF_8), UTF_8).equals(word));
            if (OURS.contains(column) || words.stream().anyMatch(word -> word.length() > 20)) {
                filled.add(column);
            }
        }
        return filled;
    }

    private static Map<String, Object> teaser(String guid) {
        var teaser = new LinkedHashMap<String, Object>();
        teaser.put("guid", guid);
        teaser.put("section", "city");
        teaser.put("headline", "Story " + guid);
        teaser.put("url", "https://harbour.example/" + guid);
        teaser.put("excerpt", List.of("The council votes tonight."));
        teaser.put("publishedAt", "2026-03-01T07:00:00Z");
        teaser.put("image", new LinkedHashMap<>(Map.of("url", "https://harbour.example/" + guid + ".jpg")));
        teaser.put("author", new LinkedHashMap<>(Map.of("name", "Ada " + guid)));
        return teaser;
    }

    @SuppressWarnings("unchecked")
    private static void set(Map<String, Object> teaser, String name, String value) {
        var parts = name.split("\\.", 2);
        if (parts.length == 2) {
            ((Map<String, Object>) requireNonNull(teaser.get(parts[0]))).put(parts[1], value);
        } else {
            teaser.put(name, name.equals("excerpt") ? List.of(value) : value);
        }
    }

    private ImportReport take(List<?> teasers) {
        return take(JSON.writeValueAsString(teasers).getBytes(UTF_8));
    }

    private ImportReport take(byte[] json) {
        return importer.take(Document.file("teasers.json", json), "harbour", Rules.none(), false);
    }
}
