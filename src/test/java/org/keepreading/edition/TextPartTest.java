package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader in a terminal sees. */
@ParameterizedClass
@ValueSource(strings = {"digest", "brief"})
class TextPartTest {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private final Variant variant;
    private final String text;

    TextPartTest(String template) {
        variant = Lighthouse.rendered(template, Lighthouse.edition());
        text = toAda(variant.text());
    }

    @Test
    void beginsWithWhoAndWhen() {
        assertThat(text)
                .matches(
                        "(?s)The Morning Light, Monday, 2 March 2026\n7 stories(, 2 minutes)?\nhttps://lighthouse.example\n\n.*");
    }

    @Test
    void isSetIn72Columns() {
        assertThat(text.lines())
                .allMatch(line -> line.length() <= 72 || ADDRESS.matcher(line).find());
        assertThat(text).doesNotContain("\n\n\n", " \n", "\t");
    }

    @Test
    void givesEachAddressALineOfItsOwn() {
        assertThat(text.lines().filter(line -> line.contains("://")))
                .allMatch(line -> line.matches("\\s*(\\[\\d+] )?https://\\S+"));
    }

    @Test
    void leadsWhereTheHtmlLeads() {
        var html = Jsoup.parse(toAda(variant.html())).select("a").eachAttr("href");

        assertThat(ADDRESS.matcher(text).results().map(found -> found.group())).containsAll(html);
    }

    @Test
    void hasTheHeadlinesOfTheHtmlInTheirOrder() {
        var headlines = Jsoup.parse(toAda(variant.html())).select("h2, h3").eachText();

        assertThat(text).containsSubsequence(headlines);
    }

    @Test
    void saysWhoPaidBeforeTheHeadline() {
        assertThat(text).contains("[Paid for by Forja do Monte]\n\nSix knives that will outlive you\n");
    }

    @Test
    void putsLinksOfAnExcerptBelowIt() {
        assertThat(toAda(Lighthouse.digest(Lighthouse.edition()).text()))
                .contains("  read it [1].\n\n  [1] https://survey.example/map\n");
    }

    @Test
    void saysWhomItWasSentTo() {
        assertThat(text).contains("\nThis email was sent to ada@example.org.\n");
    }

    @Test
    void endsWithTheWayOutAndTheAddress() {
        assertThat(text).endsWith("""
                Unsubscribe:
                https://news.lighthouse.example/unsubscribe/ada

                The Lighthouse
                1 Quay Street, 4050-253 Porto, Portugal
                """);
    }

    @Test
    void countsTwoColumnsForAChineseLetterAndBreaksBetweenThem() {
        var lines =
                Wrap.lines("灯台守が去る".repeat(20), "  ", Locale.JAPANESE).lines().toList();

        assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 2 + 35);
    }

    @Test
    void cutsNoWordHoweverLong() {
        assertThat(Wrap.lines("short " + "x".repeat(100) + " lighthouse.example", "", Locale.ENGLISH)
                        .lines())
                .containsExactly("short", "x".repeat(100), "lighthouse.example");
    }
}
