package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong in a template before anything is sent in it. */
class TemplateCheckTest {
    private final TemplateCheck check = new TemplateCheck(new Renderer(EditionSettings.defaults()));

    @Test
    void findsNothingWrongWithWhatWeShip() {
        assertThat(List.of("digest", "brief"))
                .allSatisfy(name -> assertThat(check.findings(Lighthouse.newsletter(), Lighthouse.template(name)))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "parts.ftlh, '<#if teaser.sponsor??><@frame.paid teaser>', '<#if teaser.sponsor??>${teaser.sponser}<@frame.paid teaser>', 'templates/ours/parts.ftlh, line 13: the teaser has no \"sponser\".'",
        "parts.ftlh, '<#if teaser.dek??><p class=\"dek\">${teaser.dek}</p></#if>', '${teaser.dek}', 'templates/ours/parts.ftlh, line 18: \"teaser.dek\" is missing here.'",
        "parts.ftlh, 'alt=\"${image.alt}\"', '', 'templates/ours/html.ftlh: a picture has no alt.'",
        "../shared/frame.ftlh, 'role=\"presentation\" class=\"column\"', 'class=\"column\"', 'templates/ours/html.ftlh: a table has no role=\"presentation\"'",
        "../shared/frame.ftlh, '${newsletter.postalAddress}', '', 'templates/ours/html.ftlh: the postal address is missing, which the law wants.'",
        "../shared/frame.ftlh, '${recipient.unsubscribeUrl}', '', 'templates/ours/html.ftlh: nobody could unsubscribe.'",
        "../shared/frame.ftlh, '${words.end}', '${words.ende}', 'templates/shared/frame.ftlh, line 77: there are no words for \"ende\".'"
    })
    void findsWhatOnlyOneKindOfEditionWouldShow(String file, String before, String after, String sentence) {
        var source = Lighthouse.digest().files().getOrDefault(file, "");

        assertThat(problemsWith(file, source.replace(before, after)))
                .singleElement()
                .asString()
                .startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "<!-- ${recipient.unsubscribeUrl} -->",
        "Unsubscribe at ${recipient.unsubscribeUrl}",
        "'<a href=\"${recipient.preferencesUrl}\">Unsubscribe</a>'"
    })
    void wantsALinkToUnsubscribeThatCanBeFollowed(String inItsPlace) {
        var files = new HashMap<>(Lighthouse.digest().files());
        files.computeIfPresent(
                "../shared/frame.ftlh",
                (file, frame) ->
                        frame.replace("${recipient.unsubscribeUrl}", "#").replace("</body>", inItsPlace + "</body>"));

        assertThat(check.findings(Lighthouse.newsletter(), new TemplateFiles("ours", Map.copyOf(files))))
                .filteredOn(TemplateFinding::owedToReaders)
                .extracting(TemplateFinding::sentence)
                .containsExactly(
                        "templates/ours/html.ftlh: nobody could unsubscribe. Add a link to ${recipient.unsubscribeUrl}.");
    }

    @Test
    void looksAtTheTextPartAsWell() {
        assertThat(problemsWith("text.ftl", "Only words."))
                .containsExactly(
                        "templates/ours/text.ftl: nobody could unsubscribe. Add a link to ${recipient.unsubscribeUrl}.",
                        "templates/ours/text.ftl: the postal address is missing, which the law wants. Add ${newsletter.postalAddress}.");
    }

    @Test
    void findsAStyleElementThatGmailWouldDrop() {
        var css = "@media print { .title { color: red } }".repeat(600);

        assertThat(problemsWith("style.css", css))
                .containsExactly(
                        "templates/ours/html.ftlh: what is left of style.css in <style> is over 16 KB, which Gmail drops. Shorten it.");
    }

    private List<String> problemsWith(String file, String content) {
        var files = new HashMap<>(Lighthouse.digest().files());
        files.put(file, content);
        return check.findings(Lighthouse.newsletter(), new TemplateFiles("ours", Map.copyOf(files))).stream()
                .map(TemplateFinding::sentence)
                .toList();
    }
}
