package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses lead to one article. */
class ArticleUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://harbour.example/city/ferry",
                "http://harbour.example/city/ferry",
                "https://www.harbour.example/city/ferry/",
                "https://HARBOUR.example:443/city/ferry#comments",
                "https://harbour.example/city/ferry?utm_source=rss&utm_medium=feed",
                "https://harbour.example/city/ferry?fbclid=IwAR0",
                "https://harbour.example/city/ferry?at_medium=RSS&at_campaign=KARANGA",
                "https://harbour.example/city/ferry?xtor=RSS-1",
                "https://harbour.example/city/ferry?&UTM_Source=rss&",
            })
    void tellsOneArticleHoweverItsLinkWasShared(String shared) {
        assertThat(new ArticleUrl(shared).identity()).isEqualTo("harbour.example/city/ferry");
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/caf%c3%a9, https://harbour.example/caf\u00e9",
        "https://harbour.example/%7eana/x, https://harbour.example/~ana/x",
        "https://harbour.example/a%2fb, https://harbour.example/a%2Fb",
        "https://harbour.example/city/../news/./quay, https://harbour.example/news/quay",
        "https://harbour.example/city/%2e%2E/quay, https://harbour.example/quay",
        "https://harbour.example:/quay, http://harbour.example:80/quay",
        "https://caf\u00e9.example/x, https://xn--caf-dma.example/x",
        "https://harbour.example./x, https://harbour.example/x",
        "https://harbour.example/quay.do;jsessionid=A1.node1?id=7, https://harbour.example/quay.do?id=7",
        "https://harbour.example/n.php?id=8&PHPSESSID=aaaa, https://harbour.example/n.php?id=8",
        "https://harbour.example/n.php?sid=c0ffee&id=8, https://harbour.example/n.php?id=8",
        "https://harbour.example/n.asp?ASPSESSIONIDQQ=X1&id=8, https://harbour.example/n.asp?id=8",
        "https://harbour.example/n.cfm?CFID=1&CFTOKEN=2&id=8, https://harbour.example/n.cfm?id=8",
        "https://harbour.example/quay?source=rss---7, https://harbour.example/quay",
        "https://harbour.example/quay?partner=rss&emc=rss, https://harbour.example/quay",
        "https://harbour.example/quay?traffic_source=rss, https://harbour.example/quay",
        "https://harbour.example/quay?mod=rss_homepage&_gl=1, https://harbour.example/quay",
        "https://harbour.example/quay?rss=1, https://harbour.example/quay?feed=rss2",
        "https://harbour.example/quay?ref=feed&p=2, https://harbour.example/quay?p=2",
        "https://my_paper.blog.example/quay, https://MY_paper.blog.example/quay",
    })
    void tellsOneArticleHoweverItsAddressIsSpelt(String one, String other) {
        assertThat(new ArticleUrl(one).identity()).isEqualTo(new ArticleUrl(other).identity());
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/article.php?sid=1234, https://harbour.example/article.php?sid=1235",
        "https://harbour.example/?source=town-hall, https://harbour.example/",
        "https://harbour.example/wiki.php?title=RSS, https://harbour.example/wiki.php?title=Atom",
        "https://harbour.example/?from=rssen, https://harbour.example/",
        "https://harbour.example/a%2Fb, https://harbour.example/a/b",
        "https://harbour.example/?q=a%26b, https://harbour.example/?q=a&b",
        "https://harbour.example/?p=12, https://harbour.example/?p=13",
        "https://harbour.example/?p=12&utm_source=rss, https://harbour.example/",
        "https://harbour.example/city, https://harbour.example/City",
        "https://harbour.example/?page=2, https://harbour.example/",
        "https://harbour.example/?flat_id=2, https://harbour.example/",
        "https://harbour.example/, https://news.harbour.example/",
        "http://harbour.example:8080/, http://harbour.example/",
    })
    void tellsTwoArticlesApart(String one, String other) {
        assertThat(new ArticleUrl(one).identity()).isNotEqualTo(new ArticleUrl(other).identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "ftp://harbour.example/",
                "/city/ferry",
                "https://",
                "https://a b",
                "https://a..b/",
                "https:///x",
                "https://-a.example/"
            })
    void refusesWhatIsNoWebAddressWithASentence(String address) {
        assertThatThrownBy(() -> new ArticleUrl(address))
                .hasMessageContaining("\"" + address + "\" is no web address")
                .hasMessageContaining("begins with https:// or http://");
    }
}
