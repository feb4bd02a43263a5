package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.teaser.Drafts.by;
import static org.keepreading.teaser.Drafts.draft;
import static org.keepreading.teaser.Drafts.headlined;
import static org.keepreading.teaser.Drafts.published;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.SectionKey;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Teasers in the database: one for each article of a source. */
@ParameterizedClass
@EnumSource
class TeasersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private final JdbcClient jdbc;
    private final Teasers teasers;

    TeasersTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
        teasers = new Teasers(jdbc);
    }

    @Test
    void keepAllThatADraftSays() {
        var draft = draft("ferry", "city/ferry");

        assertThat(save(draft)).isEqualTo(Saved.NEW);

        assertThat(only())
                .usingRecursiveComparison()
                .ignoringFields("id", "section", "agedFrom", "pinned", "hidden")
                .isEqualTo(draft);
        assertThat(only().section()).isEqualTo(Drafts.CITY.key());
    }

    @Test
    void updateTheTeaserOfTheSameGuid() {
        save(draft("ferry", "city/ferry"));

        var saved = save(headlined(draft("ferry", "city/ferry-saved"), "The ferry is saved"));

        assertThat(saved).isEqualTo(Saved.UPDATED);
        assertThat(only().headline()).isEqualTo("The ferry is saved");
        assertThat(only().url().value()).endsWith("/city/ferry-saved");
    }

    @Test
    void leaveATeaserAloneThatComesAgainAsItWas() {
        save(draft("ferry", "city/ferry"));

        assertThat(save(draft("ferry", "city/ferry"))).isEqualTo(Saved.UNCHANGED);
    }

    @Test
    void tellTheArticleByItsAddressWhereTheGuidChanges() {
        save(draft("build-1", "city/ferry"));

        var saved = save(draft("build-2", "city/ferry?utm_source=rss"));
        var again = save(draft("build-3", "city/ferry?utm_source=rss"));

        assertThat(saved).isEqualTo(Saved.UPDATED);
        assertThat(again).isEqualTo(Saved.UNCHANGED);
        assertThat(only().guid()).isEqualTo("build-3");
    }

    @Test
    void leaveAnotherArticleAloneWhoseGuidAnArticleTakes() {
        save(draft("1", "city/ferry"));
        save(headlined(draft("2", "city/tram"), "The first tram"));

        save(draft("2", "city/ferry"));

        assertThat(headlines()).containsExactlyInAnyOrder("The last ferry", "The first tram");
    }

    @Test
    void keepTheSourcesApart() {
        save(draft("ferry", "city/ferry"));

        var address = "harbour.example/city/ferry";
        assertThat(teasers.known("harbour", List.of("ferry", "tram"), List.of()))
                .extracting(KnownArticle::address)
                .containsExactly(address);
        assertThat(teasers.known("harbour", List.of(), List.of(address))).hasSize(1);
        assertThat(teasers.known("wire", List.of("ferry"), List.of(address))).isEmpty();
        assertThat(teasers.countOf("harbour")).isEqualTo(1);
        assertThat(teasers.countOf("wire")).isZero();
    }

    @Test
    void keepAnAuthorsBioWhenTheNextArticleHasNone() {
        save(draft("ferry", "city/ferry"));

        save(by(draft("tram", "city/tram"), new Author("Ana Reis", null, null, null)));

        assertThat(teasers.list(Wanted.all()))
                .hasSize(2)
                .extracting(Teaser::author)
                .containsOnly(new Author("Ana Reis", "Writes about the river.", "ana@harbour.example", "@anareis"));
    }

    @Test
    void leaveATeaserAloneWhoseBylineComesAgainWithoutABio() {
        save(draft("ferry", "city/ferry"));

        var saved = save(by(draft("ferry", "city/ferry"), new Author("Ana Reis", null, null, null)));

        assertThat(saved).isEqualTo(Saved.UNCHANGED);
    }

    @Test
    void knowArticlesByTheirGuidsAndAddressesAndNoOthers() {
        save(draft("ferry", "city/ferry"));
        save(draft("tram", "city/tram"));
        save(draft("museum", "city/museum"));
        var tram = draft("tram", "city/tram");

        var known = teasers.known(
                tram.source(), List.of("ferry", "nobody's"), List.of(tram.url().identity()));

        assertThat(known).extracting(KnownArticle::guid).containsExactlyInAnyOrder("ferry", "tram");
        assertThat(teasers.known("another", List.of("ferry"), List.of(tram.url().identity())))
                .isEmpty();
    }

    @Test
    void keepAHundredAuthorsOfOneNameApartAndNoMore() {
        IntStream.range(0, 150)
                .forEach(number -> save(by(
                        draft("s" + number, "s" + number),
                        new Author("Staff", null, "desk%d@harbour.example".formatted(number), null))));

        save(by(draft("known", "known"), new Author("Staff", "All of us.", "desk7@harbour.example", null)));

        assertThat(jdbc.sql("select count(*) from author").query(Integer.class).single())
                .isEqualTo(101);
        assertThat(teasers.list(Wanted.all()).stream().map(Teaser::author).distinct())
                .hasSize(101)
                .contains(
                        new Author("Staff", null, null, null),
                        new Author("Staff", "All of us.", "desk7@harbour.example", null));
    }

    @Test
    void keepTwoAuthorsOfOneNameApart() {
        var council = new Author("Ana Silva", "Covers the council.", null, null);
        var rowing = new Author("Ana Silva", "Writes about rowing.", null, null);
        var byHandle = new Author("Ana Silva", "Draws.", null, "@silva");
        var byEmail = new Author("Ana Silva", null, "ana@bay.example", null);
        save(by(draft("a", "a"), council));
        save(by(draft("b", "b"), rowing));
        save(by(draft("c", "c"), byHandle));
        save(by(draft("d", "d"), new Author("Ana Silva", "Draws and paints.", null, "@Silva")));
        save(by(draft("e", "e"), byEmail));

        assertThat(teasers.list(Wanted.all()).stream().map(Teaser::author).distinct())
                .containsExactlyInAnyOrder(
                        council, rowing, new Author("Ana Silva", "Draws and paints.", null, "@Silva"), byEmail);
    }

    @Test
    void updateABylineThatWasCorrected() {
        save(draft("ferry", "city/ferry"));

        var saved = save(by(draft("ferry", "city/ferry"), new Author("Rui Sá", null, null, null)));

        assertThat(saved).isEqualTo(Saved.UPDATED);
        assertThat(only().author()).isEqualTo(new Author("Rui Sá", null, null, null));
    }

    @Test
    void dateAnUndatedTeaserFromItsArrivalAndKeepThatDate() {
        save(published(draft("ferry", "city/ferry"), null));

        var saved = teasers.save(published(draft("ferry", "city/ferry"), null), NOW.plusSeconds(60), true);

        assertThat(saved).isEqualTo(Saved.UNCHANGED);
        assertThat(only().publishedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "false, P1D,   P1D,   a source's first reading brings its past",
        "true,  P1D,   PT0S,  a known source is late",
        "true,  P14D,  PT0S,  a known source is as late as it may be",
        "true,  P15D,  P15D,  a known source dumps its archive",
        "true,  PT-5H, PT-5H, an article of the future waits",
    })
    void countTheAgeFromArrivalWhereAKnownSourceIsLate(boolean known, Duration age, Duration counted, String because) {
        teasers.save(published(draft("ferry", "city/ferry"), NOW.minus(age)), NOW, known);

        assertThat(only().agedFrom()).as(because).isEqualTo(NOW.minus(counted));
    }

    @Test
    void keepTheAgeThroughAnUpdate() {
        save(draft("ferry", "city/ferry"));
        var before = only().agedFrom();

        teasers.save(published(draft("ferry", "city/ferry"), NOW.plusSeconds(1)), NOW.plusSeconds(600), true);

        assertThat(only().publishedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(only().agedFrom()).isEqualTo(before);
    }

    @Test
    void hideAndPinUntilTheOppositeIsSaid() {
        save(draft("ferry", "city/ferry"));
        var id = only().id();

        teasers.hide(id, NOW);
        teasers.pin(id, NOW);
        save(headlined(draft("ferry", "city/ferry"), "The ferry is saved"));
        assertThat(only()).matches(Teaser::hidden).matches(Teaser::pinned);

        teasers.unhide(id);
        teasers.unpin(id);
        assertThat(only()).matches(teaser -> !teaser.hidden()).matches(teaser -> !teaser.pinned());
    }

    @Test
    void sayWhereToLookForATeaserThatIsNotThere() {
        assertThatThrownBy(() -> teasers.hide(7, NOW))
                .isInstanceOf(NoSuchTeaser.class)
                .hasMessage("There is no teaser 7. \"teasers list\" shows the numbers of those that are.");
    }

    @Test
    void listTheNewestFirstOfWhatIsWanted() {
        save(published(draft("ferry", "city/ferry"), NOW.minusSeconds(60)));
        save(published(headlined(draft("tram", "city/tram"), "The first tram"), NOW));

        assertThat(headlines()).containsExactly("The first tram", "The last ferry");
        assertThat(teasers.list(Wanted.latest(1))).extracting(Teaser::headline).containsExactly("The first tram");
        assertThat(teasers.list(new Wanted(new SectionKey("sport"), null, 10))).isEmpty();
        assertThat(teasers.list(new Wanted(Drafts.CITY.key(), "harbour", 10))).hasSize(2);
    }

    @Test
    void saveOneTeaserWhenTwoImportsBringItAtOnce() {
        var saved = IntStream.range(0, 16)
                .parallel()
                .mapToObj(number -> save(draft("ferry", "city/ferry")))
                .toList();

        assertThat(saved).containsOnlyOnce(Saved.NEW).doesNotContain(Saved.UPDATED);
        assertThat(teasers.list(Wanted.all())).hasSize(1);
    }

    private Saved save(Draft draft) {
        return teasers.save(draft, NOW, false);
    }

    private Teaser only() {
        var all = teasers.list(Wanted.all());
        assertThat(all).hasSize(1);
        return teasers.get(all.get(0).id());
    }

    private List<String> headlines() {
        return teasers.list(Wanted.all()).stream().map(Teaser::headline).toList();
    }
}
