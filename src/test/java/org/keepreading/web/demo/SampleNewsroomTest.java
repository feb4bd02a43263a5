package org.keepreading.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keepreading.address.EmailAddress;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.ArticleUrl;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newsroom that the demo shows. */
class SampleNewsroomTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private final SampleNewsroom newsroom = new SampleNewsroom(URI.create("http://localhost:8080"), NOW);
    private final List<JsonNode> teasers =
            new JsonMapper().readTree(newsroom.teasers()).valueStream().toList();

    @Test
    void bringsThirtyTeasersInFiveSections() {
        var sections = teasers.stream().map(teaser -> text(teaser, "section")).collect(Collectors.toSet());

        assertThat(teasers).hasSize(30);
        assertThat(sections).containsExactlyInAnyOrder("waterfront", "city", "culture", "table", "sport");
    }

    @Test
    void hasOnePaidTeaser() {
        assertThat(teasers)
                .filteredOn(teaser -> teaser.path("sponsor").isString())
                .extracting(teaser -> text(teaser, "sponsor"))
                .containsExactly("Halyard Tea Company");
    }

    @Test
    void publishesEachTeaserSoLongBeforeNow() {
        assertThat(publishedAt("last-ferry")).isEqualTo(NOW.minus(Duration.ofMinutes(35)));
        assertThat(publishedAt("budget-night"))
                .isEqualTo(NOW.minus(Duration.ofDays(5)).minus(Duration.ofHours(2)));
        assertThat(publishedAt("poem-of-the-week")).isAfter(NOW);
    }

    @Test
    void linksToArticlesThatThisProgramServes() {
        assertThat(teasers)
                .extracting(teaser -> new ArticleUrl(text(teaser, "url")).value())
                .doesNotHaveDuplicates()
                .allMatch(url -> url.startsWith("http://localhost:8080/demo/articles/"));
    }

    @Test
    void illustratesHalfOfThemWithItsOwnPictures() {
        var pictures = teasers.stream()
                .map(teaser -> teaser.path("image"))
                .filter(JsonNode::isObject)
                .toList();

        assertThat(pictures).hasSize(15).allSatisfy(picture -> {
            assertThat(text(picture, "alt")).isNotBlank();
            assertThat(text(picture, "credit")).isNotBlank();
            assertThat(pictureFile(picture).exists()).isTrue();
        });
    }

    @Test
    void hasANewsletterOfTheSectionsThatItsTeasersAreIn() {
        var newsletter = NewsletterFile.parse("newsletter.yaml", newsroom.newsletter());

        assertThat(newsletter.sections())
                .extracting(plan -> plan.key().value())
                .containsExactly("waterfront", "city", "culture", "table", "sport");
    }

    @Test
    void hasADozenReadersWhoseAddressesCanNeverBeReal() {
        var readers = newsroom.subscribers()
                .lines()
                .skip(1)
                .map(line -> new EmailAddress(line.substring(0, line.indexOf(','))))
                .toList();

        assertThat(readers).hasSize(12).allMatch(reader -> reader.asciiDomain().matches("(.*\\.)?example(\\.org)?"));
    }

    @Test
    void findsAnArticleByItsGuid() {
        assertThat(SampleNewsroom.article("herring-return").orElseThrow())
                .containsEntry("headline", "The herring are back in the inner basin. So are the arguments");
        assertThat(SampleNewsroom.article("../newsletter.yaml")).isEmpty();
    }

    private Instant publishedAt(String guid) {
        return teasers.stream()
                .filter(teaser -> text(teaser, "guid").equals(guid))
                .map(teaser -> Instant.parse(text(teaser, "publishedAt")))
                .findFirst()
                .orElseThrow();
    }

    private static ClassPathResource pictureFile(JsonNode picture) {
        return new ClassPathResource(URI.create(text(picture, "url")).getPath().substring(1));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
