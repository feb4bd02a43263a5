package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Styles are written into the elements they are for, as mail programs want them. */
class InlinerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p { color: red } p { color: blue }                         | color:blue
            .dek { color: red } p { color: blue }                      | color:red
            #one { color: red } .dek { color: blue } p { color: green } | color:red
            div p.dek { color: red } .dek { color: blue }              | color:red
            div > p { color: red } p { color: blue; margin: 0 }        | margin:0;color:red
            h1, p { color: red }                                       | color:red
            p { margin-top: 4px } .dek { margin: 0 }| margin-top:4px;margin:0
            p { margin: 0 } .dek { margin-top: 4px }                   | margin:0;margin-top:4px
            p { font-family: Georgia, 'Times New Roman', serif }       | font-family:Georgia,'Times New Roman',serif
            p { mso-line-height-rule: exactly }                        | mso-line-height-rule:exactly
            p { color: var(--ink) } :root { --ink: #111 }              | color:#111
            """)
    void writesWhatTheCascadeSays(String css, String style) {
        var page = inlined("<div><p class=dek id=one>x</p></div>", css);

        assertThat(page.select("p").attr("style")).isEqualTo(style);
    }

    @Test
    void leavesAnElementsOwnStyleTheLastWord() {
        var page = inlined("<p style='color:red'>x</p>", "p { color: blue; margin: 0 }");

        assertThat(page.select("p").attr("style")).isEqualTo("color:blue;margin:0;color:red");
    }

    @Test
    void keepsInTheHeadWhatCannotStandInAnAttribute() {
        var page = inlined("<p class='dek big'>x</p>", """
                .dek { color: red; margin: 0 !important }
                a:hover { color: blue }
                @media (min-width: 600px) { .big { font-size: 20px !important } }
                [data-ogsc] .dek { color: white !important }
                """);

        assertThat(page.select("p").attr("style")).isEqualTo("color:red");
        assertThat(page.select("style").get(0).data())
                .contains(".dek{margin:0 !important}", "a:hover{color:blue}", "@media (min-width:600px)");
        assertThat(page.select("style").get(1).data()).isEqualTo("[data-ogsc] .dek{color:white !important}");
    }

    @Test
    void dropsClassesThatNothingInTheHeadSpeaksOf() {
        var page = inlined(
                "<p class='dek big'>x</p><p class=dek>y</p>",
                ".dek { color: red } @media print { .big { color: blue } }");

        assertThat(page.select("p").eachAttr("class")).containsExactly("big");
    }

    @Test
    void leavesConditionalCommentsAlone() {
        var ghost = "<table><tr><td><!--[if mso]><table role=\"presentation\"><tr><td><![endif]--><p>x</p>"
                + "<!--[if mso]></td></tr></table><![endif]--></td></tr></table>";

        assertThat(inlined(ghost, "p { color: red }").outerHtml())
                .contains("<!--[if mso]><table role=\"presentation\"><tr><td><![endif]--><p style=\"color:red\">x</p>"
                        + "<!--[if mso]></td></tr></table><![endif]-->");
    }

    private static Document inlined(String html, String css) {
        var page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Inliner.inline(page, StyleSheet.parse(Map.of("style.css", css), Map.of()));
        return page;
    }
}
