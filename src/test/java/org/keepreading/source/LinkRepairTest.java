package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people type them become those that a browser would go to. */
class LinkRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link>https://harbour.example/a</link>                                        | https://harbour.example/a",
                "<link>/a</link>                                                               | https://harbour.example/a",
                "<link>a?b=1</link>                                                            | https://harbour.example/a?b=1",
                "<link>?p=12</link>                                                            | https://harbour.example/?p=12",
                "<link>//cdn.example/a</link>                                                  | https://cdn.example/a",
                "<link> https://harbour.example/a%20b c{d </link>                              | https://harbour.example/a%20b%20c%7Bd",
                "<link>https://harbour.example/caf\u00e9?q=\u00e9</link>                       | https://harbour.example/caf%C3%A9?q=%C3%A9",
                "<link>https://h\u00e4fen.example/a</link>                                     | https://xn--hfen-loa.example/a",
                "<link>https://harbour.example/?a=1&amp;amp;b=2</link>                         | https://harbour.example/?a=1&b=2",
                "<link><![CDATA[https://harbour.example/?a=1&b=2]]></link>                     | https://harbour.example/?a=1&b=2",
                "<link>https://harbour.example/100%</link>                                     | https://harbour.example/100%25",
                "<link xml:base='https://other.example/x/'>a</link>                            | https://other.example/x/a",
                "<atom:link rel='alternate' href='/a'/>                                        | https://harbour.example/a",
                "<link href='/a'/>                                                             | https://harbour.example/a",
                "<link></link><guid>https://harbour.example/g</guid>                           | https://harbour.example/g",
                "<guid isPermaLink='true'>/g</guid>                                            | https://harbour.example/g",
                "<link>javascript:alert(1)</link><guid>https://harbour.example/g</guid>        | https://harbour.example/g",
                "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://harbour.example/a</feedburner:origLink> | https://harbour.example/a",
            })
    void ofRssLeadToTheArticle(String elements, String address) {
        var draft = ReadFeed.ofItem(elements).only();

        assertThat(draft.url().value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link href='/a'/>                                                             | https://harbour.example/a",
                "<link rel='self' href='/s'/><link rel='alternate' href='/a'/>                 | https://harbour.example/a",
                "<link rel='enclosure' href='/e.mp3'/><link rel='related' href='/r'/><link href='/a'/> | https://harbour.example/a",
                "<link type='application/pdf' href='/a.pdf'/><link type='text/html' href='/a'/> | https://harbour.example/a",
                "<link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/>    | https://harbour.example/a",
                "<link xml:base='https://other.example/x/' href='a'/>                          | https://other.example/x/a",
                "<link rel='self' href='/s'/><id>https://harbour.example/i</id>                | https://harbour.example/i",
            })
    void ofAtomLeadToTheArticle(String elements, String address) {
        var entry = "<title>The last ferry</title>" + elements;
        var feed =
                "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://harbour.example/'/><entry>%s</entry></feed>";

        assertThat(ReadFeed.of(feed.formatted(entry)).only().url().value()).isEqualTo(address);
    }

    @Test
    void areRelativeToWhereTheFeedCameFrom() {
        var feed = "<rss><channel><item><title>The last ferry</title><link>ferry</link></item></channel></rss>";

        assertThat(ReadFeed.of(new Document("feed", "https://harbour.example/rss/all.xml", feed))
                        .only()
                        .url()
                        .value())
                .isEqualTo("https://harbour.example/rss/ferry");
    }

    @Test
    void areRefusedWhereTheyLeadNowhere() {
        var reading = ReadFeed.ofItem("<link>mailto:ana@harbour.example</link>");

        assertThatThrownBy(reading::drafts)
                .isInstanceOf(Refused.class)
                .hasMessage("links to \"mailto:ana@harbour.example\", which is no address of the web. "
                        + "An article's begins with https:// or http://.");
    }

    @Test
    void areMissedWhereThereIsNone() {
        var reading = ReadFeed.ofItem("<link></link><guid isPermaLink=\"false\">https://harbour.example/g</guid>");

        assertThatThrownBy(reading::drafts).isInstanceOf(Refused.class).hasMessage("has no link to its article.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " https://harbour.example/feed ",
                "https://harbour.example/our feed",
                "https://harbour.example/{all}"
            })
    void areRelativeToAFeedsAddressHoweverItWasTyped(String address) {
        var feed = "<rss><channel><item><title>T</title><link>/crane</link></item></channel></rss>";

        assertThat(ReadFeed.of(new Document("feed", address, feed)).only().url().value())
                .isEqualTo("https://harbour.example/crane");
    }
}
