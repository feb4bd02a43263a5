package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCheckTest {
    private final TemplateCheck check = new TemplateCheck(new Renderer(EditionSettings.defaults()));

    @Test
    void findsNothingWrongWithTheDigest() {
        assertThat(check.findings(Lighthouse.newsletter(), Lighthouse.digest())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'<#if teaser.sponsor??><@paid teaser/>', '<#if teaser.sponsor??>${teaser.sponser}', 'templates/ours/parts.ftlh, line 45: the teaser has no \"sponser\".'",
        "'<#if teaser.dek??><p class=\"dek\">${teaser.dek}</p></#if>', '${teaser.dek}', 'templates/ours/parts.ftlh, line 58: \"teaser.dek\" is missing here.'",
        "'alt=\"${image.alt}\"', '', 'templates/ours/html.ftlh: a picture has no alt.'",
        "'<table role=\"presentation\" class=\"column\"', '<table class=\"column\"', 'templates/ours/html.ftlh: a table has no role=\"presentation\"'",
        "'${newsletter.postalAddress}', '', 'templates/ours/html.ftlh: the postal address is missing, which the law wants.'",
        "'${recipient.unsubscribeUrl}', '', 'templates/ours/html.ftlh: nobody could unsubscribe.'"
    })
    void findsWhatOnlyOneKindOfEditionWouldShow(String before, String after, String sentence) {
        var parts = Lighthouse.digest().files().getOrDefault("parts.ftlh", "");

        assertThat(problemsWith("parts.ftlh", parts.replace(before, after)))
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
        var page =
                Lighthouse.digest().files().getOrDefault("html.ftlh", "").replace("${recipient.unsubscribeUrl}", "#");
        var parts =
                Lighthouse.digest().files().getOrDefault("parts.ftlh", "").replace("${recipient.unsubscribeUrl}", "#");
        var files = new HashMap<>(Lighthouse.digest().files());
        files.put("parts.ftlh", parts);
        files.put("html.ftlh", page.replace("</body>", inItsPlace + "</body>"));

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
