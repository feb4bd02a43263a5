package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a document that is no feed. */
class NoFeedTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "web-page-with-a-feed.html    | is an HTML page, not a feed; it links to /rss.xml. Use that address.",
                "web-page-without-a-feed.html | is an HTML page, not a feed; it links to none. Ask whoever runs the site for the feed's address.",
                "bot-wall.html                | is an HTML page, not a feed; \"Just a moment...\" is perhaps a bot wall. Ask whoever runs the site to let this machine read its feed.",
                "list-of-feeds.opml           | is no feed: its root is <opml>, a list of feeds; give the address of one of them. What can be read is RSS, Atom, JSON Feed, teasers.json and CSV.",
                "empty.xml                    | is empty. Look whether its address or file is the right one.",
                "blank.xml                    | is empty. Look whether its address or file is the right one.",
                "plain-text.txt               | is no feed: it begins with \"No such feed.\". What can be read is RSS, Atom, JSON Feed, teasers.json and CSV.",
                "json-of-something-else.json  | is JSON, but neither JSON Feed (it has no \"items\") nor teasers.json (it is no array).",
            })
    void saysWhatItIsAndWhatToDo(String fixture, String sentence) {
        assertThatThrownBy(() -> ReadFeed.ofFixture(fixture))
                .isInstanceOf(FeedProblem.class)
                .hasMessage(fixture + " " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = "cut-off.json | , line 1, column ")
    void saysWhereJsonBreaksOff(String fixture, String place) {
        assertThatThrownBy(() -> ReadFeed.ofFixture(fixture))
                .isInstanceOf(FeedProblem.class)
                .hasMessageStartingWith(fixture + place)
                .hasMessageContaining("this is not JSON any more");
    }
}
