package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.edition.Lighthouse.toAda;

import freemarker.template.SimpleNumber;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template's own words in the reader's language. */
class TemplateWordsTest {
    private final TemplateFiles digest = Lighthouse.digest();

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "pt", "it", "nl"})
    void haveTheSameKeysInEveryLanguage(String language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt", "it", "nl"})
    void useNoStraightApostropheWhichMessageFormatTakesAsItsOwn(String language) {
        assertThat(file(language).lines().filter(line -> !line.startsWith("#"))).noneMatch(line -> line.contains("'"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1, 1 story", "en-GB, 5, 5 stories", "de, 1, 1 Artikel", "fr, 0, 0 article", "fr, 2, 2 articles",
        "es, 1, 1 artículo", "pt-BR, 3, 3 artigos", "it, 2, 2 articoli", "nl, 2, 2 artikelen", "ja, 2, 2 stories"
    })
    void countStories(Locale language, int count, String words) throws Exception {
        var stories = TemplateWords.of(digest, language, language).get("stories");

        assertThat(stories.exec(List.of(new SimpleNumber(count)))).isEqualTo(words);
    }

    @Test
    void areTheReadersWhereTheTemplateSpeaksTheirLanguage() {
        var choice = new Choice(Set.of(), Locale.GERMAN);

        var text = toAda(new Renderer(EditionSettings.defaults())
                .render(Lighthouse.edition(), digest, choice)
                .text());

        assertThat(text).startsWith("The Morning Light, Montag, 2. März 2026\n7 Artikel, 2 Minuten\n");
        assertThat(text)
                .contains("Weiterlesen:", "Von Inês Duarte", "[Anzeige, bezahlt von Forja do Monte]", "Abmelden:");
    }

    @Test
    void areTheNewslettersWhereTheTemplateDoesNotSpeakTheReaders() {
        var words = TemplateWords.of(digest, Locale.JAPANESE, Locale.FRENCH);

        assertThat(words.locale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void tellTheDateInTheNewslettersZone() {
        // Half past eleven in UTC is half past midnight in Lisbon, whose summer is an hour ahead.
        var newsletter = Lighthouse.newsletter(Locale.UK, "${edition.date}");
        var late = Instant.parse("2026-07-01T23:30:00Z");
        var edition =
                new Edition(1, newsletter, late, null, Lighthouse.edition().sections(), List.of());

        assertThat(toAda(Lighthouse.digest(edition).subject())).isEqualTo("Thursday, 2 July 2026");
    }

    private Set<Object> keys(String language) throws IOException {
        var words = new Properties();
        words.load(new StringReader(file(language)));
        return words.keySet();
    }

    private String file(String language) {
        return digest.files().getOrDefault("words_" + language + ".properties", "");
    }
}
