package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter.SectionPlan;
import org.keepreading.newsletter.Newsletter.Sender;
import org.keepreading.newsletter.NewsletterMistakes.Mistake;
import org.keepreading.testing.Harbour;

/** What newsletter.yaml may say, and for each mistake its line and what to write. */
class NewsletterFileTest {

    @Test
    void saysWhatTheNewsletterIs() {
        assertThat(NewsletterFile.parse("daily.yaml", Harbour.DAILY))
                .isEqualTo(new Newsletter(
                        new NewsletterKey("daily"),
                        "The Harbour Daily",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Lisbon"),
                        new Schedule("0 0 7 ? * MON-FRI"),
                        Duration.ofHours(2),
                        null,
                        new Sender("The Harbour", Contact.of("daily@harbour.example")),
                        Contact.of("editors@harbour.example"),
                        "${lead.headline}",
                        "digest",
                        List.of(
                                new SectionPlan(new SectionKey("city"), "City", 3),
                                new SectionPlan(new SectionKey("culture"), "Culture", 2)),
                        null,
                        1,
                        12,
                        5,
                        Duration.ofDays(3),
                        List.of(new ListKey("daily")),
                        "1 Quay Street, Porto",
                        URI.create("https://harbour.example"),
                        null,
                        Look.PLAIN));
    }

    @Test
    void needsNoMoreThanWhatNobodyCanGuess() {
        var newsletter = NewsletterFile.parse("brief.yaml", """
                key: brief
                title: Morning Brief
                zone: Europe/Berlin
                sender: {name: Brief, address: brief@harbour.example}
                subject: Good morning
                sections: [{key: city, title: City, teasers: 3}]
                lists: [brief]
                postal-address: 1 Quay Street, Porto
                """);

        assertThat(newsletter.schedule()).isNull();
        assertThat(newsletter.language()).isEqualTo(Locale.ENGLISH);
        assertThat(newsletter.grace()).isEqualTo(Duration.ofHours(2));
        assertThat(newsletter.template()).isEqualTo("digest");
        assertThat(newsletter.minimum()).isEqualTo(1);
        assertThat(newsletter.maximum()).isNull();
        assertThat(newsletter.latest()).isEqualTo(5);
        assertThat(newsletter.maxAge()).isNull();
        assertThat(newsletter.replyTo()).isNull();
        assertThat(newsletter.siteUrl()).isNull();
    }

    @Test
    void saysHowMuchOfAnArticleATeaserShows() {
        var newsletter = NewsletterFile.parse(
                "daily.yaml", Harbour.DAILY.replace("teasers: 2}", "teasers: 2, excerpt: none}") + "excerpt: 300\n");

        assertThat(newsletter.excerptIn(new SectionKey("city"))).contains(new ExcerptLength(300));
        assertThat(newsletter.excerptIn(new SectionKey("culture"))).contains(ExcerptLength.NONE);
        assertThat(Harbour.daily().excerptIn(new SectionKey("city"))).isEmpty();
        assertThat(NewsletterFile.write(newsletter))
                .contains("- {key: culture, title: Culture, teasers: 2, excerpt: none}\nexcerpt: 300\n");
    }

    @Test
    void saysWhereSomebodyElseSubscribesAndHowItLooks() {
        var newsletter = NewsletterFile.parse("daily.yaml", Harbour.DAILY + """
                subscribe-url: https://harbour.example/join
                look: {logo: "https://harbour.example/logo.png?v=2", accent: "#A32", type: sans}
                """);

        assertThat(newsletter.subscribeUrl()).isEqualTo(URI.create("https://harbour.example/join"));
        assertThat(newsletter.look())
                .isEqualTo(new Look(
                        URI.create("https://harbour.example/logo.png?v=2"), new Colour(0xaa3322), Look.Type.SANS));
        assertThat(NewsletterFile.write(newsletter)).endsWith("""
                subscribe-url: https://harbour.example/join
                look: {logo: 'https://harbour.example/logo.png?v=2', accent: '#aa3322', type: sans}
                """);
    }

    @Test
    void saysThatABareColourIsAComment() {
        assertThat(mistakes(Harbour.DAILY + "look:\n  accent: #a3291b\n"))
                .singleElement()
                .satisfies(
                        mistake -> assertThat(mistake.reason())
                                .isEqualTo(
                                        "\"accent\" is empty, as YAML takes # for a comment. Write it in quotes, such as accent: \"#a3291b\""));
        assertThat(mistakes(Harbour.DAILY + "look: {accent: #a3291b}\n"))
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.reason()).contains("a colour stands in quotes, for # begins a comment."));
    }

    @Test
    void takesASiteWhoseHostHasAnUnderscoreAsBrowsersDo() {
        var newsletter = NewsletterFile.parse(
                "daily.yaml",
                Harbour.DAILY.replace("site-url: https://harbour.example", "site-url: https://my_paper.example"));

        assertThat(newsletter.siteUrl()).hasToString("https://my_paper.example");
    }

    @Test
    void saysUntilWhenAnEditionIsSent() {
        var newsletter = NewsletterFile.parse("daily.yaml", Harbour.DAILY + "\nsend-until: \"10:00\"\n");

        assertThat(newsletter.endOf(Instant.parse("2026-03-02T07:00:00Z")))
                .contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(newsletter.endOf(Instant.parse("2026-03-02T10:00:00Z")))
                .contains(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(newsletter.endOf(Instant.parse("2026-07-02T06:00:00Z")))
                .contains(Instant.parse("2026-07-02T09:00:00Z"));
        assertThat(NewsletterFile.write(newsletter)).contains("send-until: '10:00'");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> NewsletterFile.parse("daily.yaml", Harbour.DAILY + "\nsend-until: ten\n"))
                .hasMessageContaining("\"ten\" is no time of day. Write one such as \"10:00\", in quotes.");
    }

    @Test
    void isWrittenInItsCanonicalForm() {
        assertThat(NewsletterFile.write(Harbour.daily())).isEqualTo("""
                        key: daily
                        title: The Harbour Daily
                        language: en
                        zone: Europe/Lisbon
                        schedule: 0 0 7 ? * MON-FRI
                        grace: 2h
                        sender: {name: The Harbour, address: daily@harbour.example}
                        reply-to: editors@harbour.example
                        subject: ${lead.headline}
                        template: digest
                        sections:
                          - {key: city, title: City, teasers: 3}
                          - {key: culture, title: Culture, teasers: 2}
                        minimum: 1
                        maximum: 12
                        latest: 5
                        max-age: 3d
                        lists: [daily]
                        postal-address: 1 Quay Street, Porto
                        site-url: https://harbour.example
                        """);
    }

    @Test
    void mayBeginWithAByteOrderMarkAndUseWindowsLineEnds() {
        assertThat(NewsletterFile.parse("daily.yaml", "\uFEFF" + Harbour.DAILY.replace("\n", "\r\n")))
                .isEqualTo(Harbour.daily());
    }

    @Test
    void tellsAllMistakesAtOnceInTheOrderOfTheFile() {
        var yaml = Harbour.DAILY
                .replace("title: The", "tilte: The")
                .replace("Europe/Lisbon", "Europe/Lisboa")
                .replace("0 0 7 ? * MON-FRI", "0 7 * *")
                .replace("teasers: 2", "teasers: two");

        assertThatThrownBy(() -> NewsletterFile.parse("daily.yaml", yaml))
                .isInstanceOf(NewsletterMistakes.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "daily.yaml, line 1: \"title\" is missing or empty. Write for instance title: The Harbour Daily",
                        "daily.yaml, line 2: \"tilte\" is no key that we know. Do you mean \"title\"?",
                        "daily.yaml, line 4: \"Europe/Lisboa\" is no time zone. Do you mean \"Europe/Lisbon\"?",
                        "daily.yaml, line 5: \"0 7 * *\" has 4 fields and a schedule has 6. "
                                + "For every day at 07:00 write \"0 0 7 * * ?\".",
                        "daily.yaml, line 13: \"two\" does not fit here. Write a whole number from 1 to 100."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: daily               | key: The Daily       | 1 | \"The Daily\" is no newsletter key. Use lower-case letters, digits and hyphens, at most 64, such as \"daily\".",
                "key: daily               | key: [daily]         | 1 | \"key\" takes one value here, no list and no keys. Write for instance key: daily",
                "title: The Harbour Daily | title: \"A\\r\\nBcc: x@y.example\" | 2 | A title holds a line break or another control character. Write it on one line.",
                "title: The Harbour Daily | title: \"A\\u2028B\"    | 2 | A title holds a line break or another control character. Write it on one line.",
                "title: The Harbour Daily | title: ' '           | 2 | A title is empty. Write at least a word.",
                "language: en             | language: english    | 3 | \"english\" is no language. Write its short form, such as \"en\".",
                "language: en             | language: português  | 3 | \"português\" is no language. Write its short form, such as \"pt\".",
                "language: en             | language: xx         | 3 | \"xx\" is no language. Write its short form, such as \"en\" or \"pt-BR\".",
                "zone: Europe/Lisbon      | zone: lisbon         | 4 | \"lisbon\" is no time zone. Do you mean \"Europe/Lisbon\"?",
                "zone: Europe/Lisbon      | zone: New York       | 4 | \"New York\" is no time zone. Do you mean \"America/New_York\"?",
                "zone: Europe/Lisbon      | zone: the seventh sky | 4 | \"the seventh sky\" is no time zone. Write one such as \"Europe/Lisbon\".",
                "0 0 7 ? * MON-FRI        | 30 7 * * 1-5         | 5 | \"30 7 * * 1-5\" has 5 fields and a schedule has 6. Perhaps write \"0 30 7 ? * MON-FRI\".",
                "0 0 7 ? * MON-FRI        | 0 7 * * *            | 5 | \"0 7 * * *\" has 5 fields and a schedule has 6. For every day at 07:00 write \"0 0 7 * * ?\".",
                "0 0 7 ? * MON-FRI        | daily                | 5 | \"daily\" has 1 field and a schedule has 6. Write second, minute, hour, day, month and weekday, such as \"0 0 7 ? * MON-FRI\".",
                "grace: 2h                | grace: two hours     | 6 | \"two hours\" is no duration. Write a whole number and s, m, h or d, such as \"90m\", \"2h\" or \"3d\".",
                "{name: The Harbour, address: daily@harbour.example} | The Harbour | 7 | \"sender\" is written as keys and values. Write for instance {name: The Harbour, address: daily@harbour.example}.",
                "{name: The Harbour, address: daily@harbour.example} | {name: The Harbour} | 7 | \"address\" is missing or empty. Write for instance address: daily@harbour.example",
                "address: daily@harbour.example | address: daily at harbour | 7 | \"daily at harbour\" is no email address. It should look like \"name@example.org\".",
                "address: daily@harbour.example | address: josé@harbour.example | 7 | \"josé@harbour.example\" is not plain ASCII before the @, and relays take no such address. Ask for one in letters from a to z.",
                "address: daily@harbour.example | address: daily@straße.example | 7 | \"daily@straße.example\" has a domain that can be read in two ways. Write it in its ASCII form, which begins with \"xn--\".",
                "reply-to: editors@harbour.example | reply-to: Editors <editors@harbour.example> | 8 | \"Editors <editors@harbour.example>\" is no email address. It should look like \"name@example.org\".",
                "reply-to: editors@harbour.example | reply-to: réd@harbour.example | 8 | \"réd@harbour.example\" is not plain ASCII before the @, and relays take no such address. Ask for one in letters from a to z.",
                "template: digest         | template: ../digest  | 10 | \"../digest\" is no template's name. Write the name of a folder of templates/, such as \"digest\".",
                "key: culture             | key: city            | 13 | \"city\" is in \"sections\" twice. Keep one of them.",
                "title: Culture           | titel: Culture       | 13 | \"titel\" is no key that we know. Do you mean \"title\"?",
                "teasers: 2               | teasers: 0           | 13 | \"0\" does not fit here. Write a whole number from 1 to 100.",
                "minimum: 1               | minimum: 0           | 14 | \"0\" does not fit here. Write a whole number from 1 to 1000.",
                "minimum: 1               | minimum: 7           | 14 | a minimum of 7 is more than the lead and the sections hold (6), so nothing would ever be sent. Lower it.",
                "maximum: 12              | maximum: many        | 15 | \"many\" does not fit here. Write a whole number from 1 to 1000.",
                "latest: 5                | latest: -1           | 16 | \"-1\" does not fit here. Write a whole number from 0 to 100.",
                "max-age: 3d              | max-age: 3 weeks     | 17 | \"3 weeks\" is no duration. Write a whole number and s, m, h or d, such as \"90m\", \"2h\" or \"3d\".",
                "lists: [daily]           | lists: []            | 18 | \"lists\" is a list of at least one. Write for instance lists: [daily]",
                "lists: [daily]           | lists: daily         | 18 | \"lists\" is a list of at least one. Write for instance lists: [daily]",
                "lists: [daily]           | lists: [a, b, a]     | 18 | \"a\" is in \"lists\" twice. Keep one of them.",
                "lists: [daily]           | lists: [The Daily]   | 18 | \"The Daily\" is no list key. Use lower-case letters, digits and hyphens, at most 64, such as \"daily\".",
                "site-url: https://harbour.example | site-url: harbour.example | 20 | \"harbour.example\" is no web address. Write one such as \"https://harbour.example\".",
                "site-url: https://harbour.example | site-url: javascript:alert(1) | 20 | \"javascript:alert(1)\" is no web address. Write one such as \"https://harbour.example\".",
                "latest: 5                | excerpt: short       | 16 | \"short\" is no length of an excerpt. Write how many letters it has at most, from 40 to 10000, or none.",
                "latest: 5                | excerpt: 39          | 16 | \"39\" is no length of an excerpt. Write how many letters it has at most, from 40 to 10000, or none.",
                "teasers: 2               | 'teasers: 2, excerpt: all' | 13 | \"all\" is no length of an excerpt. Write how many letters it has at most, from 40 to 10000, or none.",
                "latest: 5                | subscribe-url: /join | 16 | \"/join\" is no web address. Write one such as \"https://harbour.example\".",
                "latest: 5                | look: plain          | 16 | \"look\" is written as keys and values. Write for instance {logo: https://harbour.example/logo.png, accent: \"#a3291b\", type: serif}.",
                "latest: 5                | 'look: {font: serif}' | 16 | \"font\" is no key that we know. There are: logo, accent, type.",
                "latest: 5                | 'look: {type: mono}' | 16 | \"mono\" is no kind of type. Write serif or sans.",
                "latest: 5                | 'look: {logo: http://harbour.example/logo.png}' | 16 | \"http://harbour.example/logo.png\" is no address of a picture that readers can load. Write one such as \"https://harbour.example/logo.png\".",
                "latest: 5                | 'look: {logo: /logo.png}' | 16 | \"/logo.png\" is no address of a picture that readers can load. Write one such as \"https://harbour.example/logo.png\".",
                "latest: 5                | 'look: {logo: https://harbour.example/logo.svg}' | 16 | a logo of the kind SVG is shown by some mail programs only. Save it as PNG, twice as large as it is shown (48 pixels tall).",
                "latest: 5                | 'look: {accent: red}' | 16 | \"red\" is no colour. Write # and six digits, in quotes, such as \"#a3291b\".",
                "latest: 5                | 'look: {accent: \"#ffcc00\"}' | 16 | the accent #ffcc00 stands out from the page by 1.3 to 1, and reading takes 4.5. The nearest of its kind that does is \"#876c00\".",
                "site-url: https://harbour.example | title: Again | 20 | \"title\" is there twice. Keep one of them.",
                "site-url: https://harbour.example | timezone: UTC | 20 | \"timezone\" is no key that we know. Do you mean \"zone\"?",
            })
    void saysWhereAMistakeIsAndWhatToWriteInstead(String right, String wrong, int line, String reason) {
        assertThat(mistakes(Harbour.DAILY.replace(right, wrong))).contains(new Mistake("daily.yaml", line, reason));
    }

    @ParameterizedTest
    @CsvSource({"key", "title", "zone", "sender", "subject", "sections", "lists", "postal-address"})
    void saysWhatIsMissing(String key) {
        var without = Harbour.DAILY.replaceAll("(?m)^" + key + ":.*\n(  - .*\n)*", "");

        assertThat(mistakes(without))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.reason())
                        .startsWith("\"" + key + "\" is missing or empty. Write for instance " + key + ": "));
    }

    @Test
    void takesAnEmptyValueForAMissingOne() {
        assertThat(mistakes(Harbour.DAILY.replace("title: The Harbour Daily", "title:")))
                .containsExactly(new Mistake(
                        "daily.yaml", 1, "\"title\" is missing or empty. Write for instance title: The Harbour Daily"));
    }

    @Test
    void listsTheKeysWhereNoneIsNear() {
        assertThat(mistakes(Harbour.DAILY + "weather: sunny\n"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.reason())
                        .startsWith("\"weather\" is no key that we know. There are: key, title, language, zone, "));
    }

    @Test
    void refusesAMinimumThatTheMaximumForbids() {
        assertThat(mistakes(Harbour.DAILY.replace("minimum: 1", "minimum: 4").replace("maximum: 12", "maximum: 3")))
                .containsExactly(new Mistake(
                        "daily.yaml",
                        14,
                        "a minimum of 4 is more than the maximum of 3, so nothing would ever be sent. Lower it."));
    }

    @Test
    void saysWhereAFileStopsBeingYaml() {
        assertThat(mistakes(Harbour.DAILY.replace("title: The", "title: \"The")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.reason()).startsWith("this is no YAML: "))
                .satisfies(mistake -> assertThat(mistake.line()).isBetween(2, 21));
    }

    @Test
    void holdsOneNewsletterAndNoMore() {
        assertThat(mistakes(Harbour.DAILY + "---\n" + Harbour.DAILY))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.reason())
                        .isEqualTo("a second document begins here, and a file holds one newsletter. "
                                + "Put the other into a file of its own."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | the file is empty. \"newsletters export\" shows what one looks like.",
                "'# nothing yet'   | the file is empty. \"newsletters export\" shows what one looks like.",
                "'The Harbour'     | A newsletter is written as keys and values.",
                "'- key: daily'    | A newsletter is written as keys and values.",
            })
    void saysThatAFileIsNoNewsletter(String yaml, String reason) {
        assertThat(mistakes(yaml))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.reason()).startsWith(reason));
    }

    @Test
    void expandsNoBombOfAliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(mistakes(bomb.toString())).hasSizeLessThan(60);
    }

    private static List<Mistake> mistakes(String yaml) {
        return catchThrowableOfType(NewsletterMistakes.class, () -> NewsletterFile.parse("daily.yaml", yaml))
                .all();
    }
}
