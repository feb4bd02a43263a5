package org.keepreading.teaser;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.teaser.Drafts.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What editors said of an article under an older version holds after the upgrade, whoever brings it then. */
@ParameterizedClass
@EnumSource
class UpgradedArticlesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private final String url;
    private final JdbcClient jdbc;
    private final Teasers teasers;

    UpgradedArticlesTest(TestDatabase database) {
        url = database.urlAt("19");
        jdbc = JdbcClient.create(TestDatabase.at(url));
        teasers = new Teasers(jdbc);
        jdbc.sql("insert into section (section_key, title) values ('city', 'City')")
                .update();
    }

    @Test
    void areHiddenAndPinnedWithTheirTwins() {
        was("harbour", "ferry", "https://harbour.example/ferry", "harbour.example/ferry", "hidden_at");
        was("wire", "8812", "http://www.harbour.example/ferry/", "harbour.example/ferry", null);
        was("harbour", "tram", "https://harbour.example/tram", "harbour.example/tram", "pinned_at");
        was("wire", "8813", "https://harbour.example/tram?utm_source=wire", "harbour.example/tram", null);
        was("harbour", "market", "https://harbour.example/market", "harbour.example/market", null);

        TestDatabase.migrate(url);

        assertThat(guids(teasers.list(Wanted.all()).stream()
                        .filter(Teaser::hidden)
                        .toList()))
                .containsExactlyInAnyOrder("ferry", "8812");
        assertThat(guids(teasers.list(Wanted.all()).stream()
                        .filter(Teaser::pinned)
                        .toList()))
                .containsExactlyInAnyOrder("tram", "8813");
    }

    @Test
    void stayHiddenUnderAnAddressThatWasSpeltOtherwise() {
        was(
                "harbour",
                "cafe",
                "https://harbour.example/caf%c3%a9?source=rss",
                "harbour.example/caf%c3%a9?source=rss",
                "hidden_at");

        TestDatabase.migrate(url);
        save("wire", draft("8812", "caf%C3%A9"));

        assertThat(teasers.list(Wanted.all())).hasSize(2).allMatch(Teaser::hidden);
    }

    @Test
    void areTheSameArticleAsOneThatComesLater() {
        was(
                "harbour",
                "cafe",
                "https://harbour.example/caf%c3%a9?source=rss",
                "harbour.example/caf%c3%a9?source=rss",
                "pinned_at");

        TestDatabase.migrate(url);
        save("wire", draft("8812", "caf%C3%A9"));

        assertThat(teasers.list(Wanted.all())).hasSize(2).allMatch(Teaser::pinned);
        assertThat(teasers.list(Wanted.all())).extracting(Teaser::article).containsOnly("harbour.example/caf%C3%A9");
    }

    @Test
    void stayHiddenUnderTheirGuidAtAnotherAddress() {
        was(
                "harbour",
                "tag:harbour.example,2026:1911",
                "https://harbour.example/ferry",
                "harbour.example/ferry",
                "hidden_at");
        was("city-desk", "tag:harbour.example,2026:1911", "https://harbour.example/go", "harbour.example/go", null);

        TestDatabase.migrate(url);
        save("wire", draft("tag:harbour.example,2026:1911", "last-ferry"));

        assertThat(teasers.list(Wanted.all())).hasSize(3).allMatch(Teaser::hidden);
    }

    private void was(String source, String guid, String address, String article, @Nullable String mark) {
        jdbc.sql("""
                        insert into teaser (source_key, guid, article, section_key, headline, url, excerpt, published_at, arrived_at,
                            aged_from%s)
                        values (:source, :guid, :article, 'city', 'Ferry returns', :url, '[]', :at, :at, :at%s)""".formatted(mark == null ? "" : ", " + mark, mark == null ? "" : ", :at"))
                .param("source", source)
                .param("guid", guid)
                .param("article", article)
                .param("url", address)
                .param("at", NOW.atOffset(UTC))
                .update();
    }

    private void save(String source, Draft draft) {
        teasers.save(HiddenArticlesTest.of(source, draft), NOW, true);
    }

    private static List<String> guids(List<Teaser> teasers) {
        return teasers.stream().map(Teaser::guid).toList();
    }
}
