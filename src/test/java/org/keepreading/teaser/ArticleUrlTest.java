package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            strings = {"", "javascript:alert(1)", "ftp://harbour.example/", "/city/ferry", "https://", "https://a b"})
    void refusesWhatIsNoWebAddressWithASentence(String address) {
        assertThatThrownBy(() -> new ArticleUrl(address))
                .hasMessageContaining("\"" + address + "\" is no web address")
                .hasMessageContaining("begins with https:// or http://");
    }
}
