package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Draft;

/** Feeds that are broken in one place keep what is whole. */
class BrokenFeedsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "well-formed.xml",
                "control-characters.xml",
                "warning-before-the-document.xml",
                "blank-lines-before-the-document.xml",
                "page-after-the-document.xml",
                "doctype-of-rss-0.91.xml",
                "mis-nested-in-second-item.xml",
                "second-item-never-ends.xml",
                "cut-off-after-third-item.xml",
                "no-guids.xml",
            })
    void giveAllTheirEntries(String fixture) {
        var reading = ReadFeed.ofFixture(fixture);

        assertThat(reading.feed().refused()).isEmpty();
        assertThat(headlines(reading)).containsExactly("The last ferry", "The first tram", "The fish market moves");
        assertThat(reading.drafts())
                .extracting(draft -> draft.url().value())
                .containsExactly(
                        "https://harbour.example/ferry",
                        "https://harbour.example/tram",
                        "https://harbour.example/market");
    }

    @Test
    void keepWhatStoodBeforeTheCutAndSayWhereItIs() {
        var reading = ReadFeed.ofFixture("cut-off-in-third-item.xml");

        assertThat(headlines(reading)).containsExactly("The last ferry", "The first tram");
        assertThat(reading.feed().refused())
                .containsExactly(new Refusal(
                        "entry 3 (\"The fish\")",
                        "the document ends inside it (it begins in line 6, the document ends in line 6). "
                                + "What stood before it was kept; fetch the document again."));
    }

    @Test
    void keepWhatStoodBeforeACutInCdata() {
        var reading = ReadFeed.ofFixture("cut-off-in-cdata.xml");

        assertThat(headlines(reading)).containsExactly("The last ferry", "The first tram");
        assertThat(reading.feed().refused())
                .extracting(Refusal::entry)
                .containsExactly("entry 3 (\"The fish market moves\")");
    }

    @Test
    void meanAnAmpersandByABareOne() {
        var drafts = ReadFeed.ofFixture("bare-ampersands.xml").drafts();

        assertThat(drafts)
                .extracting(Draft::headline)
                .containsExactly("Salt & Pepper", "AT&T and R&D;", "Fish & chips");
        assertThat(drafts.get(0).url().value()).isEqualTo("https://harbour.example/ferry?a=1&copy=2&b");
        assertThat(drafts.get(2).excerpt()).containsExactly("Here &amp; there");
    }

    @Test
    void meanTheirCharactersByHtmlsEntities() {
        assertThat(headlines(ReadFeed.ofFixture("html-entities.xml")))
                .containsExactly("Café — the last…", "€5 © ’’’", "&nosuch; entity");
    }

    @Test
    void meanByAPrefixWhatItUsuallyMeans() {
        var draft = ReadFeed.ofFixture("undeclared-prefixes.xml").only();

        assertThat(draft.author()).isNotNull().extracting("name").isEqualTo("Ana Reis");
        assertThat(draft.image()).isNotNull().extracting("url").isEqualTo("https://harbour.example/ferry.jpg");
        assertThat(draft.excerpt()).containsExactly("It leaves at midnight.");
    }

    @Test
    void meanByAMisspeltNamespaceTheRightOne() {
        assertThat(ReadFeed.ofFixture("misspelt-namespace.xml").only().image()).isNotNull();
    }

    @Test
    void meanMarkupByTagsThatNobodyEscaped() {
        var draft = ReadFeed.ofFixture("markup-not-escaped.xml").only();

        assertThat(draft.headline()).isEqualTo("The last ferry");
        assertThat(draft.excerpt()).containsExactly("It leaves at <b>midnight</b>.", "Come early.");
    }

    @Test
    void areReadWithoutQuotesAroundAttributes() {
        assertThat(ReadFeed.ofFixture("quotes-missing-around-attributes.xml")
                        .only()
                        .image())
                .isNotNull()
                .extracting("url")
                .isEqualTo("https://harbour.example/ferry.jpg");
    }

    @Test
    void areReadWithADoctypeThatIsNeverFetched() {
        assertThat(ReadFeed.ofFixture("doctype-with-latin-entities.xml").only().headline())
                .isEqualTo("Café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billion-laughs.xml", "external-entity.xml"})
    void haveNoEntityOfTheirOwnExpanded(String fixture) {
        var reading = ReadFeed.ofFixture(fixture);

        assertThat(headlines(reading)).containsExactly("The last ferry");
        assertThat(reading.feed().refused())
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("that the document's DOCTYPE defines. Entities are not expanded");
    }

    @Test
    void areReadHoweverDeepTheyNest() {
        assertThat(headlines(ReadFeed.ofFixture("deeply-nested.xml")))
                .containsExactly("The last ferry", "The first tram");
    }

    @Test
    void tellArticlesByTheirAddressWhereGuidsAreMissingOrRepeated() {
        assertThat(List.of(ReadFeed.ofFixture("no-guids.xml"), ReadFeed.ofFixture("repeated-guid.xml")))
                .allSatisfy(reading -> assertThat(reading.drafts())
                        .extracting(Draft::guid)
                        .startsWith("harbour.example/ferry", "harbour.example/tram"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom-without-namespace.xml", "atom-with-prefix.xml", "rss-without-version.xml"})
    void areReadWhateverTheyLackOfTheirFormat(String fixture) {
        assertThat(ReadFeed.ofFixture(fixture).only())
                .extracting(Draft::headline, draft -> draft.url().value())
                .containsExactly("The last ferry", "https://harbour.example/ferry");
    }

    @Test
    void mayHaveNoEntriesYet() {
        assertThat(ReadFeed.ofFixture("no-items.xml").feed())
                .extracting(Feed::title, feed -> feed.entries().size())
                .containsExactly("Harbour", 0);
    }

    @Test
    void showReportsWhereABadEntryStood() {
        var entries = ReadFeed.ofFixture("one-item-without-link-one-without-title.xml")
                .feed()
                .entries();

        assertThat(entries)
                .extracting(Entry::place, Entry::name)
                .contains(tuple("entry 2", "entry 2 (\"Lost its link\")"), tuple("entry 3", "entry 3"));
    }

    private static List<String> headlines(ReadFeed reading) {
        return reading.drafts().stream().map(Draft::headline).toList();
    }
}
