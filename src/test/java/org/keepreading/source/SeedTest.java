package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Draft;

/** The main job's first test: a real news page as data. */
class SeedTest {
    private static final Rules PAID =
            new Rules(Map.of(), null, Map.of("collaboration-platforms", "A sponsor of Protocol"));

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "teasers.json"})
    void givesSixTeasersInFiveSections(String name) throws IOException {
        var drafts = read(name).drafts(PAID);

        assertThat(drafts)
                .extracting(draft -> draft.section().key().value())
                .containsExactly("people", "workplace", "workplace", "china", "enterprise", "policy");
        assertThat(drafts)
                .extracting(Draft::sponsor)
                .filteredOn(sponsor -> sponsor != null)
                .containsExactly("A sponsor of Protocol");
    }

    @Test
    void saysTheSameAsAFeedAndAsTeasers() throws IOException {
        var fromFeed = read("feed.xml").drafts(PAID);
        var fromTeasers = read("teasers.json").drafts(PAID);

        assertThat(fromFeed)
                .usingRecursiveComparison()
                .ignoringFields("author.bio", "author.email", "author.handle")
                .isEqualTo(fromTeasers);
    }

    @Test
    void isReadInEachPart() throws IOException {
        var draft = read("teasers.json").drafts().get(1);

        assertThat(draft.section().title()).isEqualTo("Protocol | Workplace");
        assertThat(draft.section().key()).isEqualTo(new SectionKey("workplace"));
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2021-10-16T09:30:00Z"));
        assertThat(draft.excerpt()).hasSize(2);
        assertThat(draft.image()).isNotNull();
        assertThat(draft.author()).isNotNull().extracting("handle").isEqualTo("@anna_c_kramer");
    }

    private static ReadFeed read(String name) throws IOException {
        return ReadFeed.of(Document.file(name, Files.readAllBytes(Seed.file(name))));
    }
}
