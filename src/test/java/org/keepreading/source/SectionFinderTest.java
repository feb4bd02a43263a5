package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Section;

/** Which section an entry belongs to. */
class SectionFinderTest {
    private static final Section CITY = section("city", "City & Port");
    private static final Section SPORT = section("sport", "Sport");
    private static final Rules RULES =
            new Rules(Map.of("Transport", CITY.key()), SPORT.key(), Map.of("Partner", "The Port Authority"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<category>transport</category>                                   | city  | the mapping",
                "<category>Sport</category><category>Transport</category>         | city  | the mapping, before a title",
                "<category>CITY &amp; PORT</category>                             | city  | the title",
                "<category>City</category>                                        | city  | the key",
                "<category>Harbour &gt; City</category>                           | city  | the key behind the publication's name",
                "<category>Weather</category><category>City</category>            | city  | the second of two",
                "<category>Weather</category>                                     | sport | the default",
                "<title>No category</title>                                       | sport | the default",
            })
    void areFoundBy(String elements, String key, String what) {
        assertThat(of(RULES, elements).key()).as(what).isEqualTo(new SectionKey(key));
    }

    @Test
    void areMadeOfTheCategoryWhereThereIsNoDefault() {
        assertThat(of(Rules.none(), "<category>Harbour » Arts &amp; Culture</category>"))
                .isEqualTo(section("arts-culture", "Harbour » Arts & Culture"));
    }

    @ParameterizedTest
    @CsvSource({
        "<category term='transport' label='Getting about'/>, the publisher's own name for it",
        "<itunes:category text='Transport'/>, a podcast's",
        "<media:category>Transport</media:category>, a film's",
        "<media:group><media:category label='Transport'>t1</media:category></media:group>, a film's in a group",
    })
    void areMappedByWhateverNameTheSourceFilesItUnder(String elements, String what) {
        assertThat(of(RULES, elements).key()).as(what).isEqualTo(CITY.key());
    }

    @Test
    void areCalledByTheNameThatReadersKnow() {
        assertThat(of(Rules.none(), "<category term='c-17' label='Getting about'/>"))
                .isEqualTo(section("getting-about", "Getting about"));
    }

    @Test
    void areMadeOfThePublicationWhereThereIsNoCategoryEither() {
        assertThat(of(Rules.none(), "<category></category>")).isEqualTo(section("harbour", "Harbour"));
    }

    @Test
    void showWhoPaidByCategoryOrGuid() {
        var partner =
                ReadFeed.ofItem("<category>partner</category>").drafts(RULES).get(0);
        var own = ReadFeed.ofItem("<category>City</category>").drafts(RULES).get(0);
        var one = ReadFeed.ofItem("<guid isPermaLink='false'>Paid-1</guid><link>/a</link>")
                .drafts(new Rules(Map.of(), null, Map.of("paid-1", "Acme")))
                .get(0);

        assertThat(partner.sponsor()).isEqualTo("The Port Authority");
        assertThat(own.sponsor()).isNull();
        assertThat(one.sponsor()).isEqualTo("Acme");
    }

    private static Section of(Rules rules, String elements) {
        var feed = ReadFeed.ofItem(elements).feed();
        return new SectionFinder(rules, List.of(CITY, SPORT), feed.title())
                .of(feed.entries().get(0));
    }

    private static Section section(String key, String title) {
        return new Section(new SectionKey(key), title);
    }
}
