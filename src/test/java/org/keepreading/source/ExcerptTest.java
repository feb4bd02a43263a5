package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The beginning of an article, cut after a sentence. */
class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>One.</p><p>Two.</p>                                        | One./Two.",
                "One.<br><br>Two.<br>Still two.                                | One./Two.<br />Still two.",
                "<div>One.<p>Two.</p>Three.</div>                              | One./Two./Three.",
                "<span>One.<p>Two.</p></span>                                  | One./Two.",
                "<h2>Title</h2><p>One.</p><ul><li>a</li><li>b</li></ul>        | One./a/b",
                "<figure><img src=/a.jpg><figcaption>A ferry</figcaption></figure><p>One.</p> | One.",
                "<p>&nbsp;</p><p> </p><p>One.</p>                              | One.",
                "<table><tr><td>1</td></tr></table><p>One.</p>                 | One.",
                "One & two < three                                             | One &amp; two &lt; three",
                "<p>One.</p><p>The post <a href=/x>One</a> appeared first on <a href=/>Harbour</a>.</p> | One.",
            })
    void isTheContentsParagraphs(String content, String paragraphs) {
        assertThat(of("<content:encoded><![CDATA[" + content + "]]></content:encoded>"))
                .containsExactly(paragraphs.split("/(?! ?>)", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>One.                                 | One.",
                "<b onclick=\"alert(1)\" style=\"color:red\">One.</b>          | <b>One.</b>",
                "<a href=\"javascript:alert(1)\">One.</a>                      | One.",
                "<a href=\" java&#10;script:alert(1)\">One.</a>                | One.",
                "<a href=\"/b\" target=\"_blank\" onclick=\"x()\">One.</a>     | <a href=\"https://harbour.example/b\">One.</a>",
                "<iframe src=\"//evil.example\"></iframe>One.                  | One.",
                "<svg><script>alert(1)</script></svg>One.                      | One.",
                "<style>p { display: none }</style>One.                        | One.",
                "<i>One<b>.                                                    | <i>One<b>.</b></i>",
                "<!--[if mso]><p>x</p><![endif]-->One.                         | One.",
                "<font size=7 color=red>One.</font>                            | One.",
                "<math><mtext><img src=x onerror=alert(1)></mtext></math>One.  | One.",
                "${7*7} <#assign x=1>One.                                      | ${7*7} &lt;#assign x&#61;1&gt;One.",
            })
    void isSanitisedToInlineHtml(String content, String paragraph) {
        assertThat(of("<content:encoded><![CDATA[" + content + "]]></content:encoded>"))
                .containsExactly(paragraph);
    }

    @Test
    void isTheDescriptionWhereThereIsNoContent() {
        var draft = ReadFeed.ofItem("<description>It leaves at midnight.</description>")
                .only();

        assertThat(draft.excerpt()).containsExactly("It leaves at midnight.");
        assertThat(draft.dek()).isNull();
    }

    @Test
    void doesNotSayTheDekAgain() {
        var draft = ReadFeed.ofItem("""
                        <description>It leaves at midnight.</description>
                        <content:encoded><![CDATA[<p>It leaves at <b>midnight</b>.</p><p>Come early.</p>]]></content:encoded>""").only();

        assertThat(draft.dek()).isNull();
        assertThat(draft.excerpt()).containsExactly("It leaves at <b>midnight</b>.", "Come early.");
    }

    @Test
    void leavesOutAParagraphThatIsTheDek() {
        var draft = ReadFeed.ofItem("""
                        <description>It leaves at midnight.</description>
                        <content:encoded><![CDATA[<p>Lisbon.</p><p>It leaves at midnight.</p><p>Come early.</p>]]></content:encoded>""").only();

        assertThat(draft.dek()).isEqualTo("It leaves at midnight.");
        assertThat(draft.excerpt()).containsExactly("Lisbon.", "Come early.");
    }

    @Test
    void knowsADescriptionThatABlogProgramCutOffTheContent() {
        var draft = ReadFeed.ofItem("""
                        <description>The ferry has crossed [&amp;#8230;]</description>
                        <content:encoded><![CDATA[<p>The ferry has crossed the river since 1911.</p>]]></content:encoded>""").only();

        assertThat(draft.dek()).isNull();
        assertThat(draft.excerpt()).containsExactly("The ferry has crossed the river since 1911.");
    }

    @Test
    void isCutAfterASentence() {
        assertThat(cut(40, "The ferry crosses. It leaves at 7 p.m. sharp. Come early tonight."))
                .containsExactly("The ferry crosses.");
        assertThat(cut(50, "The ferry crosses. It leaves <b>at <i>midnight</i> sharp</b>. Come early tonight."))
                .containsExactly("The ferry crosses. It leaves <b>at <i>midnight</i> sharp</b>.");
    }

    @Test
    void isCutBetweenParagraphsWhereNoSentenceFits() {
        assertThat(cut(30, "<p>The ferry crosses.</p><p>It leaves at midnight sharp.</p>"))
                .containsExactly("The ferry crosses.");
    }

    @ParameterizedTest
    @CsvSource({"40, The ferry crosses./The ferry crosses.", "39, The ferry crosses./The ferry crosses."})
    void isWholeWhereItsParagraphsFillItToTheLetter(int length, String paragraphs) {
        var twice = "<p>The ferry crosses.</p><p>The ferry crosses.</p>";

        assertThat(cut(36, twice + "<p>Come early.</p>")).hasSize(2);
        assertThat(cut(length, twice + "<p>Come early.</p>")).containsExactly(paragraphs.split("/"));
    }

    @Test
    void isCutBetweenWordsWhereThereIsOneEndlessSentence() {
        assertThat(cut(20, "The <b>ferry crosses the</b> river and <i>comes back</i>"))
                .containsExactly("The <b>ferry crosses…</b>");
    }

    @Test
    void isUnescapedWhereItWasEscapedTwice() {
        assertThat(
                        of(
                                "<description>&amp;lt;p&amp;gt;It leaves at &amp;lt;b&amp;gt;midnight&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;</description>"))
                .containsExactly("It leaves at <b>midnight</b>.");
    }

    private static List<String> of(String elements) {
        return ReadFeed.ofItem(elements).only().excerpt();
    }

    private static List<String> cut(int length, String html) {
        return new Excerpt(Locale.ENGLISH, length).of(List.of(Markup.html(html, "")), "", new Tails(Set.of()));
    }
}
