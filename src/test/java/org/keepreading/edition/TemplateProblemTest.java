package org.keepreading.edition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.keepreading.edition.Lighthouse.toAda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a designer reads who made a mistake. */
class TemplateProblemTest {
    private static final EditionSettings PATIENT = settings(Duration.ofMinutes(2));
    private static final EditionSettings IMPATIENT = settings(Duration.ofMillis(1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${lead.hedline}                      | the teaser has no "hedline". It has section, headline, about, dek
            <#if lead.dekk??>x</#if>             | the teaser has no "dekk". It has section, headline, about, dek
            ${teaser.headline}                   | there is nothing called "teaser". A template knows newsletter, edition, lead, sections, latest, contents, recipient, words.
            ${sections[0].teasers[1].image.url}  | "sections[0].teasers[1].image" is missing here. Put what needs it between <#if sections[0].teasers[1].image??> and </#if>.
            ${words.goodbye}                     | there are no words for "goodbye". Add a line "goodbye=…" to templates/ours/words_en.properties.
            <#if recipient.name == "Ada">x</#if> | Can't compare
            ${recipient.name?length}             | Expected
            <#list sections as section>          | You have an unclosed #list.
            ${lead.headline                      | You have an unclosed "{".
            <#include "absent.ftlh">             | Template not found
            ${lead.headline?no_esc}              | no_esc
            <#noautoesc>x</#noautoesc>           | noautoesc
            <#outputformat "plainText">${lead.headline}</#outputformat> | Non-markup output format
            ${"freemarker.template.utility.Execute"?new()("id")}        | "?new" is not allowed in a template. Leave it out.
            ${lead?api.getClass()}               | "?api" is not allowed in a template. Leave it out.
            ${lead.headline?eval}                | "?eval" is not allowed in a template. Leave it out.
            <@lead.headline?interpret/>          | "?interpret" is not allowed in a template. Leave it out.
            ${lead.headline? <#-- hidden --> eval} | "?eval" is not allowed in a template. Leave it out.
            ${lead.headline?<#-- hidden -->eval} | "?eval" is not allowed in a template. Leave it out.
            ${lead.headline?[#-- hidden --]eval} | "?eval" is not allowed in a template. Leave it out.
            ${lead.headline?<!-- hidden -->eval} | "?eval" is not allowed in a template. Leave it out.
            ${lead.headline?<#-- a --><#-- b -->interpret} | "?interpret" is not allowed in a template. Leave it out.
            ${lead.headline?eval_json}           | "?eval_json" is not allowed in a template. Leave it out.
            ${lead.headline?noEsc}               | noEsc
            ${"${lead.headline?eval}"}           | "?eval" is not allowed in a template. Leave it out.
            ${"${lead.headline\\x003Feval}"}       | "?eval" is not allowed in a template. Leave it out.
            <#if lead.headline?eval>x</#if>      | "?eval" is not allowed in a template. Leave it out.
            <#list [lead.headline]?map(it -> it?eval) as x>${x}</#list> | "?eval" is not allowed in a template. Leave it out.
            <#assign f=lead.headline?interpret>  | "?interpret" is not allowed in a template. Leave it out.
            <#macro m x=lead.headline?eval>${x}</#macro><@m/> | "?eval" is not allowed in a template. Leave it out.
            <#noautoesc>${lead.headline}</#noautoesc> | noautoesc
            ${lead.class}                        | the teaser has no "class".
            ${lead.getClass().forName("java.lang.Runtime")} | the teaser has no "getClass".
            """)
    void saysFileLineAndWhatIsMissing(String mistake, String sentence) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<p>One</p>\n<p>Two</p>\n" + mistake))
                .withMessageStartingWith("templates/ours/html.ftlh, line 3: ")
                .withMessageContaining(sentence);
    }

    @Test
    void looksAtWhateverIsIncluded() {
        var files = Map.of("words_en.properties", "tide=${lead.headline?<#-- -->interpret}");

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<#include 'words_en.properties'>", files))
                .withMessage(
                        "templates/ours/words_en.properties, line 1: \"?interpret\" is not allowed in a template. Leave it out.");
    }

    @Test
    void letsAReaderReadAboutTheForbidden() {
        assertThatCode(() -> html("<p>Why ?eval and ?new are dangerous <#-- ?api --></p>"))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFileThatWasIncluded() {
        var files = Map.of("parts.ftlh", "<#macro card teaser>\n${teaser.hedline}\n</#macro>");

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<#import 'parts.ftlh' as part><@part.card lead/>", files))
                .withMessageStartingWith("templates/ours/parts.ftlh, line 2: the teaser has no \"hedline\".");
    }

    @Test
    void namesTheNewsletterWhoseSubjectItIs() {
        var newsletter = Lighthouse.newsletter(Locale.ENGLISH, "${lead.hedline}");

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> Lighthouse.digest(Lighthouse.edition(newsletter)))
                .withMessageStartingWith(
                        "subject of the newsletter \"morning-light\", line 1: the teaser has no \"hedline\".");
    }

    @ParameterizedTest
    @CsvSource({
        "html.ftlh, templates/ours/html.ftlh: there is no such file. Copy it from templates/digest.",
        "text.ftl, templates/ours/text.ftl: there is no such file. Copy it from templates/digest."
    })
    void saysWhichFileIsMissing(String file, String sentence) {
        var files = files("", Map.of());
        files.remove(file);

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> render(files))
                .withMessage(sentence);
    }

    @Test
    void stopsATemplateThatTakesTooLong() {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> render(files("<#list 1.. as n></#list>", Map.of()), IMPATIENT))
                .withMessageStartingWith("templates/ours/html.ftlh")
                .withMessageContaining("runs for more than 1 ms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <#list 1.. as n></#list>                                | takes more than 32 MB of memory
            <#list 1.. as n><#if n == 0>x</#if></#list>             | takes more than 32 MB of memory
            <#attempt><#list 1.. as n></#list><#recover></#attempt> | takes more than 32 MB of memory
            <#list 1.. as n>on and on</#list>         | prints more than 65536B
            <#list 1.. as n>${""?left_pad(999)}</#list> | prints more than 65536B
            ${"x"?left_pad(400000000)}                | "?left_pad" wants a number up to 999, written there in digits.
            ${"x"?rightPad(2 * 1000)}                 | "?rightPad" wants a number up to 999, written there in digits.
            ${(1..400000000)?join("x")}               | a range to 400000000 is too long for any mail.
            <#assign s = "xx"><#list 1.. as n><#assign s = s + s></#list> | takes more than 32 MB of memory
            <#assign s = "xx"><#list 1.. as n><#assign s>${s}${s}</#assign></#list> | takes more than 32 MB of memory
            <#assign s = [1]><#list 1.. as n><#assign s = (s + s)?sort></#list> | takes more than 32 MB of memory
            <#macro m s><@m s + s/></#macro><@m "xx"/> | takes more than 32 MB of memory
            """)
    void stopsATemplateThatWantsTooMuch(String template, String sentence) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<p>One</p>\n" + template))
                .withMessageStartingWith("templates/ours/html.ftlh, line 2: ")
                .withMessageContaining(sentence);
    }

    @Test
    void stopsATextThatDoublesWithoutALoop() {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<#assign a = 'x'>\n" + "<#assign a = a + a>\n".repeat(40)))
                .withMessageStartingWith("templates/ours/html.ftlh, line ")
                .withMessageContaining("takes more than 32 MB of memory");
    }

    @Test
    void stopsATextThatDoublesInOneGroupOfValues() {
        var doubled = IntStream.range(0, 40).mapToObj(n -> "a = a + a").collect(joining(" ", "<#assign a = 'x' ", ">"));

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<p>One</p>\n" + doubled))
                .withMessageStartingWith("templates/ours/html.ftlh, line 2: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${lead.headline?matches("(x+x+)+y")}            | "?matches" is not allowed in a template.
            ${lead.headline?replace("(x+x+)+y", "", "r")}   | "?replace" wants two texts, written there, and no regular expression.
            ${lead.headline?replace("x", lead.headline)}    | "?replace" wants two texts, written there, and no regular expression.
            <#assign f = "r">${lead.headline?replace("x", "y", f)} | "?replace" wants two texts, written there, and no regular expression.
            ${lead.headline?split("(x+x+)+y", "r")?size}    | "?split" wants a text, written there, and no regular expression.
            ${lead.headline?keep_before("(x+x+)+y", "ri")}  | "?keep_before" wants a text, written there, and no regular expression.
            ${lead.headline?ensure_starts_with("(x+x+)+y", "z")} | "?ensure_starts_with" wants one text, written there.
            ${lead.headline?ensure_starts_with("(x+x+)+y", "")} | "?ensure_starts_with" wants one text, written there.
            ${["a", "b"]?join(lead.headline + "x")}         | "?join" wants a text, written there, or a word such as words.and.
            <#assign n = 99999>${(0..n)?join("x")}          | a range ("..") wants an end up to 9999
            <#assign r = 0..<(9999*9999)>                   | a range ("..<") wants an end up to 9999
            ${"x"?replace("x", "xxxxxxxxxxxxxxx")}          | one expression may make a text 6 times as long.
            ${"x"?replace("x", "xxxx")?replace("x", "xxxx")} | one expression may make a text 6 times as long.
            <#assign a = "x"><#assign a = a+a+a+a+a+a+a> | one expression may make a text 6 times as long.
            <#assign a = "x"><#assign a = "${a}${a}${a}${a}${a}${a}"> | one expression may make a text 6 times as long.
            ${["x"]?map(x -> x + x)?map(x -> x + x)?map(x -> x + x)?map(x -> x + x)?first} | one expression may make a text 6 times as long.
            ${"x"?js_string?js_string?js_string?js_string}  | one expression may make a text 6 times as long.
            """)
    void refusesWhatNothingCouldStop(String template, String sentence) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<p>One</p>\n" + template))
                .withMessageStartingWith("templates/ours/html.ftlh, line 2: ")
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${"1e999999999"?number + 1}                                   | Can't convert this string to number
            <#assign n = 9><#list 1..99 as i><#assign n = n * n></#list>  | a number of more than 100 digits
            ${1 / 0}                                                      | by zero
            """)
    void saysWhatCannotBeReckoned(String template, String sentence) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html(template))
                .withMessageStartingWith("templates/ours/html.ftlh, line 1: ")
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'and so on... to be continued'}",
                "${lead.headline?replace('-', '&nbsp;')}",
                "${'A ' + lead.headline + ', b ' + lead.section + ', c ' + lead.headline + ', d ' + lead.url + '.'}",
                "${lead.headline?split(' ')?join(', ', '', '.')}",
                "<#assign n = 7><#list 0..n as i>${i}</#list><#list n..1 as i>${i}</#list>",
                "<#assign words = lead.headline?split(' ')>${words[0..*2]?join(' ')}${words[1..]?size}",
                "<#assign n = 3 * 4 + 1.5><#assign c>${n}</#assign>${c + ' a+b+c+d+e+f+g+h+i+j+k+l+m+n ' + lead.headline}",
                "<#macro m a><#local b = a + '!'>${b}</#macro><#if lead??><#assign t = 'x'><#else><#assign t = 'y'></#if><@m t/>",
                "<#function f x><#local y = x + '?'><#return y></#function>${f(lead.headline)}",
            })
    void letsHonestExpressionsBe(String template) {
        assertThatCode(() -> html(template)).doesNotThrowAnyException();
    }

    @Test
    void endsInASentenceWhereTheLargestTextsMeet() {
        var doubled = "<#assign a = a + a>".repeat(24);
        var once = "<#assign a = 'x'>" + doubled + "<#assign a = a + a + a + a + a + a>${a}";

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html(once))
                .withMessageStartingWith("templates/ours/html.ftlh, line 1: takes more than 32 MB of memory");
    }

    @Test
    void letsATemplatePrintAsMuchAsItMay() {
        var page = files("<#list 1..9500 as n><p>${n} ${\"\\x2026\"?right_pad(200)}</p></#list>", Map.of());

        assertThatCode(() -> render(page, EditionSettings.defaults())).doesNotThrowAnyException();
    }

    /** The line is told where the stack has room left to note it. */
    @Test
    void stopsAMacroThatCallsItself() {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<#macro again><@again/></#macro><@again/>"))
                .withMessageMatching(
                        "templates/ours/html\\.ftlh(, line 1)?: a macro or include calls itself without end\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { color: red; }\n\np { color: blue\n",
                "p { color: red; }\n\np color: blue; }",
                "p { color: red; }\n\n@media { p { color: red } "
            })
    void saysWhereTheStyleSheetIsBroken(String css) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> html("<p>x</p>", Map.of("style.css", css)))
                .withMessageStartingWith("templates/ours/style.css, line ")
                .withMessageContaining("is no CSS from here.");
    }

    @Test
    void saysWhichColourIsNotThere() {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(
                        () -> html("<p>x</p>", Map.of("style.css", ":root { --ink: #000 }\np { color: var(--inc) }")))
                .withMessage("templates/ours/style.css, line 2: there is no --inc. Add it to :root at the top.");
    }

    @Test
    void escapesInAnIncludedFileOfAnyName() {
        var teaser = Lighthouse.teaser(1, Lighthouse.COAST, "<b>5 < 6</b>").build();
        var files = files("<#include 'card.ftl'>", Map.of("card.ftl", "${sections[0].teasers[0].headline}"));

        var variant = new Renderer(PATIENT)
                .render(Lighthouse.editionOf(teaser), new TemplateFiles("ours", files), Lighthouse.everything());

        assertThat(toAda(variant.html())).contains("&lt;b&gt;5 &lt; 6&lt;/b&gt;");
    }

    private static void html(String html) {
        html(html, Map.of());
    }

    private static void html(String html, Map<String, String> more) {
        render(files(html, more));
    }

    private static Map<String, String> files(String html, Map<String, String> more) {
        var files = new HashMap<>(Map.of(
                "html.ftlh", html, "text.ftl", "Text", "subject.ftl", "Subject", "words_en.properties", "by=By"));
        files.putAll(more);
        return files;
    }

    private static EditionSettings settings(Duration patience) {
        return new EditionSettings(
                Path.of("templates"),
                DataSize.ofKilobytes(90),
                DataSize.ofKilobytes(102),
                patience,
                DataSize.ofKilobytes(64));
    }

    private static void render(Map<String, String> files) {
        render(files, PATIENT);
    }

    private static void render(Map<String, String> files, EditionSettings settings) {
        new Renderer(settings).render(Lighthouse.edition(), new TemplateFiles("ours", files), Lighthouse.everything());
    }
}
