package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;

/** What an entry is in each format. */
class FeedFormatsTest {
    private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
    private static final Section CITY = new Section(new SectionKey("city"), "City");

    @ParameterizedTest
    @ValueSource(strings = {"rss-0.91.xml", "rss-0.92.xml", "rss-0.93.xml", "rss-0.94.xml", "rss-2.0.xml"})
    void includeEachRssOfUserland(String fixture) {
        var draft = ReadFeed.ofFixture(fixture).only();

        assertThat(draft.headline()).isEqualTo("The last ferry");
        assertThat(draft.url().value()).isEqualTo("https://harbour.example/ferry");
        assertThat(draft.excerpt()).containsExactly("It leaves at midnight.");
        assertThat(draft.section()).isEqualTo(CITY);
        assertThat(draft.publishedAt()).isEqualTo(SIX);
    }

    @Test
    void includeRss090() {
        assertThat(ReadFeed.ofFixture("rss-0.90.xml").only())
                .extracting(Draft::headline, Draft::guid)
                .containsExactly("The last ferry", "harbour.example/ferry");
    }

    @Test
    void includeRss10() {
        var draft = ReadFeed.ofFixture("rss-1.0.xml").only();

        assertThat(draft.guid()).isEqualTo("https://harbour.example/ferry");
        assertThat(draft.dek()).isEqualTo("It leaves at midnight.");
        assertThat(draft.excerpt()).containsExactly("The ferry has crossed the river since 1911.");
        assertThat(draft.author()).isEqualTo(new Author("Ana Reis", null, null, null));
        assertThat(draft.section()).isEqualTo(CITY);
        assertThat(draft.publishedAt()).isEqualTo(SIX);
    }

    @Test
    void includeAtom10() {
        var drafts = ReadFeed.ofFixture("atom-1.0.xml").drafts();

        var ferry = drafts.get(0);
        assertThat(ferry.guid()).isEqualTo("urn:harbour:ferry");
        assertThat(ferry.url().value()).isEqualTo("https://harbour.example/news/ferry");
        assertThat(ferry.dek()).isEqualTo("It leaves at midnight.");
        assertThat(ferry.excerpt())
                .containsExactly(
                        "The ferry has <b>crossed</b> the <a href=\"https://harbour.example/archive/river\">river</a> since 1911.");
        assertThat(ferry.author()).isEqualTo(new Author("Ana Reis", null, "ana@harbour.example", null));
        assertThat(ferry.section()).isEqualTo(CITY);
        assertThat(ferry.publishedAt()).isEqualTo(SIX);
        var tram = drafts.get(1);
        assertThat(tram.url().value()).isEqualTo("https://harbour.example/news/tram");
        assertThat(tram.author()).isEqualTo(new Author("The Harbour", null, null, null));
        assertThat(tram.publishedAt()).isEqualTo(Instant.parse("2026-03-01T06:00:00Z"));
    }

    @Test
    void includeAtom03() {
        var draft = ReadFeed.ofFixture("atom-0.3.xml").only();

        assertThat(draft.headline()).isEqualTo("The last ferry");
        assertThat(draft.url().value()).isEqualTo("https://harbour.example/ferry");
        assertThat(draft.excerpt()).containsExactly("It leaves at midnight.");
        assertThat(draft.publishedAt()).isEqualTo(SIX);
    }

    @Test
    void includeJsonFeed10() {
        var draft = ReadFeed.ofFixture("json-feed-1.0.json").only();

        assertThat(draft.guid()).isEqualTo("7");
        assertThat(draft.url().value()).isEqualTo("https://harbour.example/ferry");
        assertThat(draft.dek()).isEqualTo("It leaves at midnight.");
        assertThat(draft.excerpt())
                .containsExactly(
                        "The ferry has crossed the <a href=\"https://harbour.example/river\">river</a> since 1911.");
        assertThat(draft.image()).isNotNull().extracting(Image::url).isEqualTo("https://harbour.example/ferry.jpg");
        assertThat(draft.author()).isNotNull().extracting(Author::name).isEqualTo("Ana Reis");
        assertThat(draft.section()).isEqualTo(CITY);
        assertThat(draft.publishedAt()).isEqualTo(SIX);
    }

    @Test
    void includeJsonFeed11() {
        var entries = ReadFeed.ofFixture("json-feed-1.1.json").feed().entries();

        assertThat(entries)
                .extracting(Entry::links)
                .extracting(links -> links.get(0))
                .containsExactly(
                        "https://harbour.example/ferry", "https://tram.example/", "https://harbour.example/untitled");
        var ferry = entries.get(0);
        assertThat(ferry.headline().oneLine()).isEqualTo("The last ferry: 5 < 6");
        assertThat(new Excerpt(java.util.Locale.ENGLISH, 100).of(ferry.content(), "", new Tails(Set.of())))
                .containsExactly("One.", "Two &lt; three.");
        assertThat(ferry.pictures()).extracting(Picture::url).containsExactly("https://harbour.example/ferry.png");
        assertThat(ferry.author()).isNotNull().extracting(Author::name).isEqualTo("Ana Reis, Rui Sá");
        assertThat(entries.get(1).author()).isNotNull().extracting(Author::name).isEqualTo("The Harbour");
    }

    @Test
    void includeOurOwn() {
        var reading = ReadFeed.ofFixture("teasers.json");

        assertThat(reading.feed().refused()).containsExactly(new Refusal("entry 3", "is no object."));
        var draft = new ReadFeed(new Feed("", "", reading.feed().entries().subList(0, 2), java.util.List.of()))
                .drafts()
                .get(0);
        assertThat(draft)
                .isEqualTo(new Draft(
                        "harbour",
                        "ferry",
                        CITY,
                        "The last ferry",
                        "It leaves at midnight.",
                        new org.keepreading.teaser.ArticleUrl("https://harbour.example/ferry"),
                        new Image("https://harbour.example/ferry.jpg", "A ferry", "At the pier", "Ana Reis", 1200, 800),
                        java.util.List.of("The ferry has <b>crossed</b> the river since 1911.", "5 &lt; 6 &amp; 7."),
                        new Author("Ana Reis", "Writes about the river.", "ana@harbour.example", "@anareis"),
                        Instant.parse("2026-03-02T05:00:00Z"),
                        "The Port Authority"));
    }

    @Test
    void includeCsvWithTheSameFields() {
        var entries = ReadFeed.ofFixture("teasers.csv").feed().entries();

        assertThat(entries).extracting(Entry::place).containsExactly("line 2", "line 4", "line 5");
        var draft = new ReadFeed(new Feed("", "", entries.subList(0, 2), java.util.List.of()))
                .drafts()
                .get(0);
        assertThat(draft.headline()).isEqualTo("The last ferry, tonight");
        assertThat(draft.section()).isEqualTo(CITY);
        assertThat(draft.image()).isNotNull().extracting(Image::alt).isEqualTo("A ferry");
        assertThat(draft.excerpt()).containsExactly("It has crossed since 1911.", "Tonight is the last time.");
        assertThat(draft.author()).isNotNull().extracting(Author::name).isEqualTo("Ana Reis");
        assertThat(draft.publishedAt()).isEqualTo(SIX);
        assertThat(draft.sponsor()).isNull();
    }

    @Test
    void includeTheCsvThatAGermanSpreadsheetWrites() {
        assertThat(ReadFeed.ofFixture("teasers-of-a-german-spreadsheet.csv")
                        .only()
                        .headline())
                .isEqualTo("Die letzte Fähre");
    }

    /** The head, and a row of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "guid,headline,url|1,A crane,https://harbour.example/1",
                "guid;\"note, internal, of the desk\";headline;url|1;\"a, b\";A crane;https://harbour.example/1",
                "\"note; of; the desk\",headline,url|x,A crane,https://harbour.example/1",
                "\"note,\nin, two, lines\";headline;url|x;A crane;https://harbour.example/1",
                "\"a \"\"note\"\", quoted\";headline;url|x;A crane;https://harbour.example/1",
                "headline;url;\"tags, all of them, in one\"|A crane;https://harbour.example/1;\"a,b,c\"",
                "guid\theadline\turl|1\tA crane\thttps://harbour.example/1",
                "guid¦headline¦url|1¦A crane¦https://harbour.example/1",
                "sep=;\nguid;headline;url|1;A crane;https://harbour.example/1",
                "\uFEFF\uFEFFGuid,\u00A0Headline\u200B,URL|1,A crane,https://harbour.example/1",
            })
    void includeCsvHoweverItsCellsAreDivided(String headAndRow) {
        var csv = headAndRow.replaceFirst("\\|", "\n").replace('¦', '|');

        assertThat(ReadFeed.of(csv).only())
                .extracting(Draft::headline, draft -> draft.url().value())
                .containsExactly("A crane", "https://harbour.example/1");
    }

    @Test
    void keepTheRowsOfCsvBeforeAQuoteThatNeverCloses() {
        var feed = ReadFeed.ofFixture("teasers-with-an-open-quote.csv").feed();

        assertThat(feed.entries()).extracting(Entry::guid).containsExactly("ferry");
        assertThat(feed.refused())
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("not CSV any more");
    }
}
