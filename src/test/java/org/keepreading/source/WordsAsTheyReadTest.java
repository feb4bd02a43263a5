package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that says something is said in words where markup is lost; what is not said is left out. */
class WordsAsTheyReadTest {
    private static final String LINK = "<link>https://harbour.example/ferry</link>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Five <del>six</del> <ins>seven</ins> boats                      | Five seven boats",
                "Five <span style='text-decoration: line-through'>six</span> seven boats | Five seven boats",
                "A <strike>grey</strike> <s>red</s> blue boat                    | A blue boat",
                "10<sup>-3</sup> of CO<sub>2</sub>                               | 10⁻³ of CO₂",
                "10<span style='font-size:9px; vertical-align: super'>6</span> of H<span style='vertical-align:sub'>2</span>O | 10⁶ of H₂O",
                "Ca<sup>2+</sup>, x<sup>n+1</sup>, M<sup>me</sup> Durand          | Ca²⁺, xⁿ⁺¹, Mme Durand",
                "He said <q>“no”</q>                                             | He said “no”",
                "The 1<sup>st</sup> of 10<sup>1.5</sup>                          | The 1st of 10^1.5",
                "Party <img class='emoji' alt='🎉' src='/e.png'> tonight         | Party 🎉 tonight",
                "Fine <img class='wp-smiley' alt=':-)' src='/s.png'> weather     | Fine :-) weather",
                "Sun <img alt='☀️' src='https://cdn.example/2600.svg'> today      | Sun ☀️ today",
            })
    void reachHeadlineAndDek(String html, String words) {
        var draft = ReadFeed.ofItem("<title><![CDATA[" + html + "]]></title><description><![CDATA[" + html
                        + "!]]></description><content:encoded>Something else.</content:encoded>")
                .only();

        assertThat(draft.headline()).isEqualTo(words);
        assertThat(draft.dek()).isEqualTo(words + "!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | “no ‘never’ no”",
                "de | „no ‚never‘ no“",
                "fr | « no “never” no »",
                "sv | ”no ’never’ no”",
                "ja | 「no 『never』 no」",
            })
    void areQuotedAsTheirLanguageQuotes(String language, String quoted) {
        var feed =
                "<rss><channel><title>H</title><language>%s</language><item><title><![CDATA[<q>no <q>never</q> no</q>]]></title><link>https://harbour.example/</link></item></channel></rss>";

        assertThat(ReadFeed.of(feed.formatted(language)).only().headline().replace('\u00A0', ' '))
                .isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>The tug has a line.</td></tr></table>",
                "<iframe src='https://v.example/1'>The tug has a line.</iframe>",
                "<object data='x.swf'><param name='a'><p>The tug has a line.</p></object>",
                "<p>The tug has <del>no</del> a line.</p>",
            })
    void areFoundWhereverTheyStandAlone(String content) {
        assertThat(ReadFeed.ofItem("<content:encoded><![CDATA[" + content + "]]></content:encoded>")
                        .only()
                        .excerpt())
                .containsExactly("The tug has a line.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The post <a href='/x'>The last ferry</a> appeared first on <a href='/'>Harbour</a>.",
                "The article The last ferry was originally published on Harbour",
                "Der Artikel <a href='/x'>Fähre</a> erschien zuerst auf <a href='/'>Hafen</a>.",
                "Cet article <a href='/x'>Le bac</a> est apparu en premier sur <a href='/'>Port</a>.",
                "La entrada <a href='/x'>El ferry</a> se publicó primero en <a href='/'>Puerto</a>.",
                "L'articolo <a href='/x'>Il traghetto</a> proviene da <a href='/'>Porto</a>.",
                "O post <a href='/x'>O ferry</a> apareceu primeiro em <a href='/'>Porto</a>.",
                "Het bericht <a href='/x'>De pont</a> verscheen eerst op <a href='/'>Haven</a>.",
                "<a href='/x'>Continue reading <span>“The last ferry”</span></a>",
                "<a href='/x'>Weiterlesen →</a>",
                "<a href='/x'>Lire la suite</a>",
                "<a href='/x'>Leggi tutto »</a>",
                "<a href='/x'>Continuar lendo</a>",
                "<a href='/x'>Lees verder</a>",
                "Der Artikel Fähre wurde zuerst auf Hafen veröffentlicht.",
                "Cet article a été publié en premier sur Le Port",
                "Este artículo fue publicado originalmente en Puerto.",
                "Inlägget <a href='/x'>Färjan</a> dök först upp på <a href='/'>Hamnen</a>.",
                "Artykuł <a href='/x'>Prom</a> pochodzi z serwisu <a href='/'>Port</a>.",
                "Сообщение <a href='/x'>Паром</a> появились сначала на <a href='/'>Порт</a>.",
                "<a href='/x'>Vapur</a> yazısı ilk önce <a href='/'>Liman</a> üzerinde ortaya çıktı.",
                "投稿 <a href='/x'>船</a> は <a href='/'>港</a> に最初に表示されました。",
                "<em>Originally published at <a href='/x'>Harbour</a>.</em>",
                "<a href='/x'>The last ferry</a> was originally published in <a href='/y'>Harbour</a> on Medium, where people are continuing the conversation.",
                "<a href='/x'>Den ganzen Artikel lesen</a>",
                "<a href='/x'>[Leer más]</a>",
                "<a href='/x'>Leia a matéria completa</a>",
                "<a href='/x'>Lees het hele artikel op Haven</a>",
                "<a href='/x'>Läs mer</a>",
                "<a href='/x'>Czytaj dalej »</a>",
                "<a href='/x'>Читать далее</a>",
                "<a href='/x'>続きを読む</a>",
                "<a href='/x'>Read the full story at harbour.example</a>",
                "submitted by <a href='/u'>/u/ana</a> <a href='/x'>[link]</a> <a href='/c'>[comments]</a>",
                "Thanks for reading Harbour Notes! Subscribe for free to receive new posts and support my work.",
            })
    void endWhereTheArticleEnds(String tail) {
        var text = "<p>It leaves at midnight.</p><p>" + tail + "</p>";
        var apart = ReadFeed.ofItem(LINK + "<description><![CDATA[" + text + "]]></description>")
                .only();
        var inOne = ReadFeed.ofItem(
                        LINK + "<description><![CDATA[<p>It leaves at midnight. " + tail + "</p>]]></description>"
                                + "<content:encoded><![CDATA[<p>Come early.</p>" + text + "]]></content:encoded>")
                .only();

        assertThat(apart.excerpt()).containsExactly("It leaves at midnight.");
        assertThat(inOne.excerpt()).contains("Come early.").doesNotContain(tail);
    }

    /** The article is https://harbour.example/ferry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/ferry'>Aller au fait</a>",
                "<a href='/ferry?utm_source=rss#more-7'>Lesið meira →</a>",
                "[<a href='https://www.harbour.example/ferry/'>Irakurri osorik</a>]",
            })
    void endWhereALinkLeadsBackToTheArticleInAnyLanguage(String tail) {
        for (var text : new String[] {"It leaves at midnight.</p><p>" + tail, "It leaves at midnight. " + tail}) {
            var draft = ReadFeed.ofItem(LINK + "<description><![CDATA[<p>" + text + "</p>]]></description>")
                    .only();

            assertThat(draft.excerpt()).containsExactly("It leaves at midnight.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>It leaves.</p><p><a href='/ferry'>Ferjan</a> sást fyrst á <a href='/'>Höfn</a>.</p>    | It leaves.",
                "<p>As <a href='/ferry'>we said</a> it leaves.</p>  | As <a href=\"https://harbour.example/ferry\">we said</a> it leaves.",
                "<p>It leaves for <a href='/ferry'>the isles</a></p> | It leaves for <a href=\"https://harbour.example/ferry\">the isles</a>",
                "<p><a href='/ferry'>It leaves at midnight</a></p>   | <a href=\"https://harbour.example/ferry\">It leaves at midnight</a>",
            })
    void loseNoWordsToALinkThatBelongsToThem(String text, String excerpt) {
        assertThat(ReadFeed.ofItem(LINK + "<description><![CDATA[" + text + "]]></description>")
                        .only()
                        .excerpt())
                .containsExactly(excerpt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The post office closes.",
                "More boats than ever.",
                "He submitted by fax a plan of the quay.",
                "Read more than one paper.",
                "Full story of a ferry that never sailed.",
                "The article was published in 1912 and forgotten.",
                "Der Artikel ist im Hafen begehrt.",
                "Mehr dazu sagt der Hafenmeister um neun.",
                "Il post è stato pubblicato ieri.",
                "Saiba mais sobre o porto amanhã.",
            })
    void areKeptWhereTheyOnlyLookLikeAnEnd(String paragraph) {
        assertThat(ReadFeed.ofItem("<description><![CDATA[<p>One.</p><p>" + paragraph + "</p>]]></description>")
                        .only()
                        .excerpt())
                .containsExactly("One.", paragraph);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Gates shut at noon. The <b>storm</b> comes.</p>   | Gates shut at noon. | The <b>storm</b> comes.",
                "<p>Mr. Costa shut the gates. All of them.</p>         | Mr. Costa shut the gates. | All of them.",
                "<p>Gates shut</p><p>Stay at home.</p>                 | Gates shut          | Stay at home.",
            })
    void giveANoteWithoutAHeadlineItsFirstSentence(String text, String headline, String excerpt) {
        var rss = ReadFeed.of(
                        "<rss><channel><title>H</title><item><link>https://social.example/1</link><description><![CDATA[%s]]></description></item></channel></rss>"
                                .formatted(text))
                .only();
        var json = ReadFeed.of(
                        "{\"items\": [{\"id\": \"1\", \"url\": \"https://social.example/1\", \"content_html\": \"%s\"}]}"
                                .formatted(text))
                .only();

        assertThat(rss.headline()).isEqualTo(headline).isEqualTo(json.headline());
        assertThat(rss.excerpt()).containsExactly(excerpt).isEqualTo(json.excerpt());
    }

    @Test
    void ofANoteKeepItsSummary() {
        var note = ReadFeed.of("""
                {"items": [{"url": "https://harbour.example/note", "summary": "Why the ferry stays.",
                  "content_text": "The last ferry is saved. The council found the money."}]}""").only();

        assertThat(note.headline()).isEqualTo("The last ferry is saved.");
        assertThat(note.dek()).isEqualTo("Why the ferry stays.");
        assertThat(note.excerpt()).containsExactly("The council found the money.");
    }

    @Test
    void areCutToAHeadlineAndToldInFullWhereTheFirstSentenceIsEndless() {
        var draft = ReadFeed.ofItem(
                        "<title></title><description>" + "All the boats are out and ".repeat(10) + "</description>")
                .only();

        assertThat(draft.headline()).hasSizeLessThanOrEqualTo(120).endsWith("…");
        assertThat(draft.excerpt()).singleElement().asString().startsWith("All the boats are out and All");
    }

    @Test
    void areNoCaptionWhereTheyAreTheText() {
        var video =
                "<media:group><media:title>Film</media:title><media:thumbnail url='/v.jpg'/><media:description>Five minutes. Of fog. And more.</media:description></media:group>";
        var photo =
                "<description>Text.</description><media:content url='/p.jpg' medium='image'><media:description>One. Two. Three.</media:description></media:content>";

        assertThat(ReadFeed.ofItem(video).only().image())
                .isNotNull()
                .extracting("caption")
                .isNull();
        assertThat(ReadFeed.ofItem(video).only().excerpt()).containsExactly("Five minutes. Of fog. And more.");
        assertThat(ReadFeed.ofItem(photo).only().image())
                .isNotNull()
                .extracting("caption")
                .isEqualTo("One. Two.");
    }
}
