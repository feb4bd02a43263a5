package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Author;

/** Who wrote an article, however a feed puts it. */
class BylinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<dc:creator>Ana Reis</dc:creator>                                            | Ana Reis           |",
                "<dc:creator><![CDATA[By Ana Reis]]></dc:creator>                             | Ana Reis           |",
                "<author>ana@harbour.example (Ana Reis)</author>                              | Ana Reis           | ana@harbour.example",
                "<author>Ana Reis &lt;ana@harbour.example&gt;</author>                        | Ana Reis           | ana@harbour.example",
                "<author>Ana Reis</author>                                                    | Ana Reis           |",
                "<itunes:author>Ana Reis</itunes:author>                                      | Ana Reis           |",
                "<author>desk@harbour.example</author><dc:creator>Ana Reis</dc:creator>       | Ana Reis           |",
                "<dc:creator>Ana Reis</dc:creator><dc:creator>Rui S\u00e1</dc:creator>        | Ana Reis, Rui S\u00e1 |",
                "<dc:creator>Ana Reis</dc:creator><dc:creator>Ana Reis</dc:creator>           | Ana Reis           |",
                "<dc:creator>Reis, Ana</dc:creator><dc:creator>S\u00e1, Rui</dc:creator>      | Reis, Ana; S\u00e1, Rui |",
                "<dc:creator>&lt;a href='/ana'&gt;Ana Reis&lt;/a&gt;</dc:creator>             | Ana Reis           |",
                "<dc:creator>O&amp;#8217;Neill</dc:creator>                                   | O\u2019Neill       |",
            })
    void nameThePerson(String elements, String name, String email) {
        assertThat(ReadFeed.ofItem(elements).only().author()).isEqualTo(new Author(name, null, email, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<author>desk@harbour.example</author>", "<author> </author>", "<dc:creator/>"})
    void areMissingWhereNobodyIsNamed(String elements) {
        assertThat(ReadFeed.ofItem(elements).only().author()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<author><name>Ana Reis (Lusa)</name><email>ana@harbour.example</email></author> | Ana Reis (Lusa) | ana@harbour.example",
                "<author><name>Ana [Lisboa]</name><email>desk</email></author>                   | Ana [Lisboa]    |",
                "<author><name>Ana Reis</name><uri>https://harbour.example/ana</uri></author>    | Ana Reis        |",
                "<author><name>Ana</name><email>a@harbour.example</email></author><author><name>Rui</name></author> | Ana, Rui |",
                "<googleplay:author>Ana Reis</googleplay:author>                                 | Ana Reis        |",
            })
    void takeANameThatStandsByItselfAsItIs(String elements, String name, String email) {
        assertThat(ReadFeed.ofAtom("<title>T</title><link href='/t'/>" + elements)
                        .only()
                        .author())
                .isEqualTo(new Author(name, null, email, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<author><email>desk@harbour.example</email><uri>https://harbour.example/desk</uri></author>",
                "<author><uri>https://harbour.example/desk</uri></author>",
            })
    void nameNobodyByAnAddress(String elements) {
        assertThat(ReadFeed.ofAtom("<title>T</title><link href='/t'/>" + elements)
                        .only()
                        .author())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<itunes:author>The Harbour Desk</itunes:author>",
                "<googleplay:author>The Harbour Desk</googleplay:author>",
                "<dc:creator>The Harbour Desk</dc:creator><itunes:author>Somebody else</itunes:author>",
            })
    void areTheShowsWhereAnEpisodeNamesNobody(String elements) {
        var feed =
                "<rss><channel>%s<item><title>Fog</title><link>https://harbour.example/4</link></item></channel></rss>";

        assertThat(ReadFeed.of(feed.formatted(elements)).only().author())
                .isEqualTo(new Author("The Harbour Desk", null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ana(at)harbour.example (Ana Reis)                                            | Ana Reis         |",
                "Ana Reis &lt;ana at harbour.example&gt;                                      | Ana Reis         |",
                "[email&#160;protected] (Ana Reis)                                            | Ana Reis         |",
                "Ana Reis &lt;https://harbour.example/ana&gt;                                 | Ana Reis         |",
                "Ana Reis - ana@harbour.example                                               | Ana Reis         | ana@harbour.example",
                "&quot;Ana Reis&quot; &lt;ana@harbour.example&gt;                             | Ana Reis         | ana@harbour.example",
                "noreply@blogger.com (Ana Reis)                                               | Ana Reis         |",
                "Ana Reis &lt;ana@harbour.example&gt;, Rui Sá &lt;rui@harbour.example&gt;     | Ana Reis, Rui Sá |",
                "&lt;Ana Reis&gt;                                                             | Ana Reis         |",
                "Text: Ana Reis                                                               | Ana Reis         |",
                "Written by Ana Reis                                                          | Ana Reis         |",
                "/u/anareis                                                                   | /u/anareis       |",
            })
    void nameThePersonWithoutWhatStandsAround(String byline, String name, String email) {
        assertThat(ReadFeed.ofItem("<author>" + byline + "</author>").only().author())
                .isEqualTo(new Author(name, null, email, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://harbour.example/ana",
                "ana [at] harbour.example",
                "ana@harbour.example, rui@harbour.example",
                "unknown",
                "(author unknown)",
                "admin",
                "n/a",
                "-",
            })
    void nameNobodyWhereNobodyIsNamed(String byline) {
        assertThat(ReadFeed.ofItem("<author>" + byline + "</author>").only().author())
                .isNull();
    }
}
