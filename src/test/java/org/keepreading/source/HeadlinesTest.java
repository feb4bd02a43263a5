package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An article's headline, or the words that stand for it. */
class HeadlinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 &lt; 6                                 | 5 < 6",
                "5 < 6                                    | 5 < 6",
                "a &lt;b and c&gt; d                      | a <b and c> d",
                "&lt;b&gt;Bold&lt;/b&gt; move             | Bold move",
                "<![CDATA[<b>Bold</b> move]]>             | Bold move",
                "<![CDATA[Salt & Pepper]]>                | Salt & Pepper",
                "<![CDATA[Salt &amp; Pepper]]>            | Salt & Pepper",
                "AT&amp;T                                 | AT&T",
                "AT&amp;amp;T                             | AT&T",
                "AT&amp;amp;amp;T                         | AT&T",
                "It&amp;#8217;s on                        | It’s on",
                "Caf&amp;eacute;                          | Café",
                "${lead.headline} &lt;#include \"x\"&gt;  | ${lead.headline} <#include \"x\">",
                "If&nbsp;&nbsp;you must                   | If you must",
                "zero&#x200B;width &#x202E;turned         | zerowidth turned",
            })
    void ofRssAreTextThatMayHaveBeenMarkup(String title, String headline) {
        assertThat(ReadFeed.ofItem("<title>" + title + "</title>").only().headline())
                .isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text  | 5 &lt; 6                           | 5 < 6",
                "text  | The &lt;b&gt; element              | The <b> element",
                "text  | AT&amp;amp;T                       | AT&T",
                "text  | Write &amp;lt;b&amp;gt;            | Write &lt;b&gt;",
                "html  | The &lt;b&gt;last&lt;/b&gt; ferry  | The last ferry",
                "html  | 5 &amp;lt; 6                       | 5 < 6",
                "html  | AT&amp;amp;amp;T                   | AT&T",
                "xhtml | <div xmlns=\"http://www.w3.org/1999/xhtml\">The <b>last</b> ferry</div> | The last ferry",
                "xhtml | <div xmlns=\"http://www.w3.org/1999/xhtml\">5 &lt; 6</div>              | 5 < 6",
                "xhtml | <xhtml:div>The <xhtml:b>last</xhtml:b> ferry</xhtml:div>                | The last ferry",
            })
    void ofAtomAreWhatTheirTypeSays(String type, String title, String headline) {
        var entry =
                "<title type=\"%s\">%s</title><link href=\"https://harbour.example/ferry\"/>".formatted(type, title);

        assertThat(ReadFeed.ofAtom(entry).only().headline()).isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The cafÃ© at the quay              | The café at the quay",
                "Itâ€™s the captainâ€™s â€œlogâ€\u009D | It’s the captain’s “log”",
                "NotÃ\u00ADcias â€“ 5 â‚¬            | Notícias – 5 €",
                "&acirc;&euro;&brvbar; and on       | … and on",
                "ÐŸÐ¾Ñ€Ñ‚ is open                 | Порт is open",
                "Party ðŸŽ‰ tonight                 | Party 🎉 tonight",
            })
    void areMendedWhereTheirLettersWereMisread(String written, String meant) {
        var plain = ReadFeed.ofItem("<title>" + written + "</title>").only();
        var html = ReadFeed.ofAtom("<title type='html'>" + written.replace("&", "&amp;") + "</title><link href='/f'/>")
                .only();

        assertThat(plain.headline()).isEqualTo(meant).isEqualTo(html.headline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "»Großmaß« und »Spaß« am Kai",
                "A palavra “MAÇÃ” e a «IRMÃ»",
                "Il a chanté…” puis rien",
                "NÃO, SÃO João, PÃES",
                "À la carte, où l’été naît…",
                "Ærø, Århus, Öland, Ñandú",
            })
    void areLeftAsTheyAreWhereTheirLettersOnlyLookMisread(String headline) {
        assertThat(ReadFeed.ofItem("<title>" + headline + "</title>").only().headline())
                .isEqualTo(headline);
    }

    @Test
    void standOnOneLine() {
        assertThat(ReadFeed.ofItem("<title>\n  The last\r\n\tferry\u0085 tonight&#10;Bcc: x@y.z\n</title>")
                        .only()
                        .headline())
                .isEqualTo("The last ferry tonight Bcc: x@y.z");
    }

    @Test
    void areCutBetweenTwoWordsWhereTheyAreEndless() {
        var headline = ReadFeed.ofItem("<title>" + "ferry ".repeat(200) + "</title>")
                .only()
                .headline();

        assertThat(headline).hasSizeLessThanOrEqualTo(300).endsWith("ferry…");
    }
}
