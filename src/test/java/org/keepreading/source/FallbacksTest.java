package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one format lacks, an entry may say in the words of another. */
class FallbacksTest {
    private static final String RSS = """
            <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/"
              xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"
              xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <channel><title>Harbour</title><link>https://harbour.example/</link><item><link>/crane</link>%s</item></channel></rss>""";

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"
              xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:c="http://purl.org/rss/1.0/modules/content/">
            <title>Harbour</title><entry><id>1</id><link href="https://harbour.example/crane"/>%s</entry></feed>""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<d:title>A crane</d:title><d:description>It fell.</d:description>               |",
                "<m:title>A crane</m:title><m:description>It fell.</m:description>               |",
                "<m:group><m:title>A crane</m:title><m:description>It fell.</m:description></m:group> |",
                "<i:title>A crane</i:title><i:summary>It fell.</i:summary>                       |",
                "<i:title>A crane</i:title><i:subtitle>It fell.</i:subtitle>                     |",
                "<d:title>A crane</d:title><c:encoded>&lt;p&gt;It fell.&lt;/p&gt;</c:encoded>    |",
                "<d:title>A crane</d:title><d:description>It fell.</d:description><d:creator>Ana Reis</d:creator> | Ana Reis",
                "<d:title>A crane</d:title><d:description>It fell.</d:description><d:author>Ana Reis</d:author>   | Ana Reis",
                "<d:title>A crane</d:title><d:description>It fell.</d:description><i:author>Ana Reis</i:author>   | Ana Reis",
            })
    void giveAnEntryOfAnyFormatItsWords(String elements, String author) {
        for (var format : new String[] {RSS, ATOM}) {
            var draft = ReadFeed.of(format.formatted(elements)).only();

            assertThat(draft.headline()).isEqualTo("A crane");
            assertThat(draft.excerpt()).containsExactly("It fell.");
            assertThat(draft.author() == null ? null : draft.author().name()).isEqualTo(author);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dcterms:title>A crane</dcterms:title><dcterms:abstract>It fell.</dcterms:abstract><dcterms:creator>Ana Reis</dcterms:creator>",
                "<dcterms:title>A crane</dcterms:title><dcterms:description>It fell.</dcterms:description><dcterms:creator>Ana Reis</dcterms:creator>",
                "<title>A crane</title><description>It fell.</description><author><name>Ana Reis</name></author>",
            })
    void giveAnEntryTheWordsOfALibraryOrOfTheOtherFormat(String elements) {
        for (var format : new String[] {RSS, ATOM}) {
            var draft = ReadFeed.of(format.formatted(elements)).only();

            assertThat(draft.headline()).isEqualTo("A crane");
            assertThat(draft.excerpt()).containsExactly("It fell.");
            assertThat(Objects.requireNonNull(draft.author()).name()).isEqualTo("Ana Reis");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<m:content url='/c.mp4' type='video/mp4'/><m:player url='/watch'/>                 | https://harbour.example/watch",
                "<m:group><m:content url='/c.mp4'><m:player url='/watch'/></m:content></m:group>     | https://harbour.example/watch",
                "<m:content url='/c.jpg' medium='image'/><m:content url='/c.mp4' medium='video'/>    | https://harbour.example/c.mp4",
                "<m:group><m:content url='/c.mp3' type='audio/mpeg'/></m:group>                      | https://harbour.example/c.mp3",
                "<enclosure url='/c.mp3' type='audio/mpeg'/><m:content url='/c.mp4' medium='video'/> | https://harbour.example/c.mp3",
                "<enclosure url='/c.jpg' type='image/jpeg'/><enclosure url='/c.mp3' type='audio/mpeg'/> | https://harbour.example/c.mp3",
                "<enclosure url='/c.jpg' type='image/jpeg'/>                                         | https://harbour.example/c.jpg",
            })
    void leadToAFilmThatHasNoPageOfItsOwn(String elements, String address) {
        var item = RSS.replace("<link>/crane</link>", "<title>A crane</title>");

        assertThat(ReadFeed.of(item.formatted(elements)).only().url().value()).isEqualTo(address);
    }

    @Test
    void takeNoPictureForAnArticlesPage() {
        var item = RSS.replace("<link>/crane</link>", "<title>A crane</title><m:content url='/c.jpg' medium='image'/>");

        assertThatThrownBy(() -> ReadFeed.of(item.formatted("")).drafts()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<m:group><m:content url='/c.mp4'><m:title>A crane</m:title></m:content></m:group><i:summary>It fell.</i:summary>",
                "<d:title>A crane</d:title><googleplay:description>It fell.</googleplay:description><i:subtitle>Hear it.</i:subtitle>",
            })
    void readWhatOnlyAFilmOrAShowIsCalled(String elements) {
        for (var format : new String[] {RSS, ATOM}) {
            var draft = ReadFeed.of(format.formatted(elements)).only();

            assertThat(draft.headline()).isEqualTo("A crane");
            assertThat(draft.excerpt()).containsExactly("It fell.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title type='application/octet-stream'>QSBjcmFuZQ==</title><content type='application/octet-stream'>\nPHA+SXQg\nZmVsbC48L3A+\n</content>",
                "<title>A crane</title><content type='image/jpeg'>/9j/4AAQSkZJRg==</content><summary>It fell.</summary>",
                "<title>A crane</title><content mode='base64' type='image/jpeg'>/9j/4AAQSkZJRg==</content><summary>It fell.</summary>",
                "<title>A crane</title><content mode='base64'>Not Base64, %</content><summary>It fell.</summary>",
                "<title>A crane</title><summary type='application/x-plain'>It fell.</summary>",
            })
    void giveAReaderNoBase64AndNoBytesOfAPicture(String elements) {
        var draft = ReadFeed.of(ATOM.replace("%s", elements)).only();

        assertThat(draft.headline()).isEqualTo("A crane");
        assertThat(draft.excerpt()).containsExactly("It fell.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:title>A crane</a:title><a:summary>It fell.</a:summary><a:updated>2026-03-02T06:00:00Z</a:updated><a:author><a:name>Ana Reis</a:name></a:author>",
                "<title>A crane</title><a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>It fell.</p></div></a:content><a:published>2026-03-02T06:00:00Z</a:published><a:author><a:name>Ana Reis</a:name></a:author>",
                "<title>A crane</title><c:items><r:Bag><r:li><c:item><r:value>It fell.</r:value></c:item></r:li></r:Bag></c:items><d:date>2026-03-02T06:00:00Z</d:date><d:creator>Ana Reis</d:creator>",
            })
    void giveRssWhatAtomOrAModuleSays(String elements) {
        var draft = ReadFeed.of(RSS.formatted(elements)).only();

        assertThat(draft.headline()).isEqualTo("A crane");
        assertThat(draft.excerpt()).containsExactly("It fell.");
        assertThat(draft.publishedAt()).hasToString("2026-03-02T06:00:00Z");
        assertThat(Objects.requireNonNull(draft.author()).name()).isEqualTo("Ana Reis");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:rss xmlns:x='http://backend.userland.com/rss2'><x:channel><x:title>H</x:title><x:item><x:title>A crane</x:title><x:link>https://harbour.example/crane</x:link></x:item></x:channel></x:rss>",
                "<x:rss xmlns:x='urn:our-own'><x:channel><x:item><x:title>A crane</x:title><x:link>https://harbour.example/crane</x:link></x:item></x:channel></x:rss>",
                "<x:feed xmlns:x='http://purl.org/atom/ns#'><x:entry><x:title>A crane</x:title><x:link href='https://harbour.example/crane'/></x:entry></x:feed>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><title>A crane</title><link href='https://harbour.example/crane'/></entry>",
                "<!-- <!DOCTYPE rss> --><rss><channel><item><title>A crane</title><link>https://harbour.example/crane</link></item></channel></rss>",
                "<?x <!DOCTYPE y> ?><!DOCTYPE rss><rss><channel><item><title>A crane</title><link>https://harbour.example/crane</link></item></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><item><title>A crane</title><link href='https://harbour.example/crane'/></item></feed>",
                "<CHANNEL><TITLE>H</TITLE><ITEM HREF='https://harbour.example/crane'><TITLE>A crane</TITLE></ITEM></CHANNEL>",
                "<rss><channel><item><title>A crane</title><enclosure url='https://harbour.example/crane' type='audio/mpeg'/></item></channel></rss>",
            })
    void readADocumentWhateverItsRoot(String document) {
        assertThat(ReadFeed.of(document).only())
                .extracting(draft -> draft.headline(), draft -> draft.url().value())
                .containsExactly("A crane", "https://harbour.example/crane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>H</title><z:item xmlns:z='urn:z'><z:title>A crane</z:title></z:item></channel></rss>",
                "<rss version='2.0'><foo/></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'/>",
                "<rss version='2.0'><channel><foo/></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:z='urn:z'><z:story>A crane</z:story></feed>",
            })
    void leaveNoDocumentUnreadInSilence(String document) {
        assertThatThrownBy(() -> ReadFeed.of(document)).isInstanceOf(FeedProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><language>pt</language></channel></rss>",
                "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><dc:language>pt</dc:language></channel></rss>",
                "<rss><channel xml:lang='pt'><itunes:explicit>no</itunes:explicit></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='pt'><id>1</id></feed>",
            })
    void knowAFeedThatHasNoItemsYet(String document) {
        var feed = ReadFeed.of(document).feed();

        assertThat(feed.entries()).isEmpty();
        assertThat(feed.language()).isEqualTo("pt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>H &amp;amp; Sons</title>%s</channel></rss>",
                "<rss xmlns:d='http://purl.org/dc/elements/1.1/'><channel><itunes:title>Show</itunes:title><d:title>H &amp; Sons</d:title>%s</channel></rss>",
                "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><a:title type='html'>H &amp;amp; &lt;b&gt;Sons&lt;/b&gt;</a:title>%s</channel></rss>",
                "<rss><channel><image><title>Logo</title></image><title>H &amp; <b>Sons</b><script>x()</script></title>%s</channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title type='application/octet-stream'>SCAmYW1wOyBTb25z</title>%s</feed>",
                "<feed xmlns='http://purl.org/atom/ns#'><title mode='base64'>SCAmYW1wOyBTb25z</title>%s</feed>",
            })
    void callAPublicationAsItCallsItself(String feed) {
        var item = feed.startsWith("<rss")
                ? "<item><title>A crane</title><link>https://harbour.example/crane</link></item>"
                : "<entry><title>A crane</title><link href='https://harbour.example/crane'/></entry>";

        assertThat(ReadFeed.of(feed.formatted(item)).feed().title()).isEqualTo("H & Sons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>A crane</title><item/><link>https://harbour.example/crane</link></item>",
                "<item><title>A crane</title><item /><description>It fell.</description><link>https://harbour.example/crane</link></item>",
            })
    void readAnItemPastAnEmptyOneInIt(String item) {
        var other = "<item><title>B</title><link>https://harbour.example/b</link></item>";
        var reading = ReadFeed.of("<rss><channel><title>H</title>" + item + other + "</channel></rss>");

        assertThat(reading.feed().refused()).isEmpty();
        assertThat(reading.drafts())
                .extracting(draft -> draft.url().value())
                .containsExactly("https://harbour.example/crane", "https://harbour.example/b");
    }

    /** The document came from http://cms.internal/out/all.xml. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<feed xml:base='https://a.example/x/'><link rel='self' href='https://b.example/'/><entry><title>T</title><link href='y'/></entry></feed> | https://a.example/x/y",
                "<feed><link href='https://c.example/'/><link rel='self' href='https://b.example/z/f.xml'/><entry><title>T</title><link href='y'/></entry></feed> | https://b.example/z/y",
                "<feed><link rel='self' href='http://cms.internal/f.xml'/><link href='https://c.example/'/><entry><title>T</title><link href='y'/></entry></feed> | https://c.example/y",
                "<feed><link href='https://c.example/'/><entry xml:base='/n/'><title>T</title><link href='y'/></entry></feed> | https://c.example/n/y",
                "<feed><entry xml:base='https://a.example/x'><title>T</title><link href=''/></entry></feed> | https://a.example/x",
                "<CHANNEL BASE='https://a.example/x/' HREF='https://b.example/'><TITLE>H</TITLE><ITEM HREF='y'><TITLE>T</TITLE></ITEM></CHANNEL> | https://a.example/x/y",
                "<rss><channel><link>https://c.example/</link><item><title>T</title><link>y</link></item></channel></rss> | https://c.example/y",
                "<rss><channel><link>http://10.0.0.7/</link><link rel='self' href='https://b.example/f'/><item><title>T</title><link>y</link></item></channel></rss> | https://b.example/y",
            })
    void takeForABaseTheNearestThatReadersCanReach(String document, String address) {
        var reading = ReadFeed.of(new Document("feed", "http://cms.internal/out/all.xml", document));

        assertThat(reading.only().url().value()).isEqualTo(address);
    }

    @Test
    void tellNoReaderOfAnInternalHost() {
        var items = "<rss><channel><item><title>T</title><link>/y</link></item></channel></rss>";
        var reading = ReadFeed.of(new Document("feed", "http://cms.internal/out/all.xml", items));

        assertThatThrownBy(reading::drafts).isInstanceOf(Refused.class).hasMessageContaining("\"/y\"");
    }

    @Test
    void takeTheArticleForTheBaseOfItsText() {
        var content =
                "<link>https://harbour.example/2026/crane</link><description>&lt;a href='plan'&gt;Plan&lt;/a&gt; &lt;img src='c.jpg'&gt;</description>";
        var draft = ReadFeed.ofItem(content).only();
        var based = ReadFeed.of(
                        RSS.formatted(
                                "<title>T</title><c:encoded xml:base='https://cdn.example/'>&lt;a href='plan'&gt;Plan&lt;/a&gt;</c:encoded>"))
                .only();

        assertThat(draft.excerpt()).containsExactly("<a href=\"https://harbour.example/2026/plan\">Plan</a>");
        assertThat(Objects.requireNonNull(draft.image()).url()).isEqualTo("https://harbour.example/2026/c.jpg");
        assertThat(based.excerpt()).containsExactly("<a href=\"https://cdn.example/plan\">Plan</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items': [{'id': '1', 'url': 'https://harbour.example/crane', 'title': 'A crane', 'authors': {'name': 'Ana Reis'}}]}",
                "{'items': [{'id': '1', 'url': 'https://harbour.example/crane', 'title': 'A crane', 'author': [{'name': 'Ana Reis'}]}]}",
                "{'items': [{'id': '1', 'url': 'https://harbour.example/crane', 'title': 'A crane', 'author': 'Ana Reis'}]}",
                "{'feed_url': 'https://harbour.example/feed.json', 'items': [{'id': '1', 'url': 'crane', 'title': 'A crane', 'authors': ['Ana Reis']}]}",
            })
    void readJsonFeedHoweverItNamesItsAuthors(String json) {
        var draft = ReadFeed.of(json.replace('\'', '"')).only();

        assertThat(draft.url().value()).isEqualTo("https://harbour.example/crane");
        assertThat(Objects.requireNonNull(draft.author()).name()).isEqualTo("Ana Reis");
    }

    @ParameterizedTest
    @CsvSource({
        "desk@newsroom,",
        "<desk@newsroom>,",
        "@anareis,",
        "Ana Reis (@anareis), Ana Reis",
        "Ana Reis desk@newsroom, Ana Reis"
    })
    void takeNoAddressForAPerson(String byline, String name) {
        var author = ReadFeed.of(RSS.formatted("<title>T</title><author><![CDATA[" + byline + "]]></author>"))
                .only()
                .author();

        assertThat(author == null ? null : author.name()).isEqualTo(name);
    }
}
