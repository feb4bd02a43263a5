package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.testing.Harbour.CITY;
import static org.keepreading.testing.Harbour.CULTURE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keepreading.address.SectionKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each variant of a frozen edition is rendered once. */
class VariantsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
    private static final Choice EVERYTHING = new Choice(Set.of(), Locale.ENGLISH);

    private final Renderer renderer = new Renderer(EditionSettings.defaults());
    private final TemplateFiles digest = new Templates(EditionSettings.defaults()).load("digest");
    private final Newsletter daily = Harbour.daily();
    private final Editions editions;
    private final Variants variants;

    VariantsTest() {
        var source = TestDatabase.H2.fresh();
        editions = new Editions(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new SettableClock("2026-03-02T07:00:05Z"));
        variants = new Variants(editions, renderer);
    }

    @Test
    void areOfTheEditionAndTheTemplateAsTheyWereFrozen() {
        var edition = edition();
        var issue = editions.freeze(new Selection(edition, List.of()), digest, Cause.HAND);

        assertThat(variants.of(new Revision(issue.id(), 1), EVERYTHING))
                .isEqualTo(renderer.render(editions.edition(issue.id()), digest, EVERYTHING));
    }

    @Test
    void areRenderedOnceForEachChoice() {
        var id = editions.freeze(new Selection(edition(), List.of()), digest, Cause.HAND)
                .id();
        var cityOnly = new Choice(Set.of(new SectionKey("city")), Locale.ENGLISH);

        var variant = variants.of(new Revision(id, 1), EVERYTHING);

        assertThat(variants.of(new Revision(id, 1), new Choice(Set.of(), Locale.ENGLISH)))
                .isSameAs(variant);
        assertThat(variants.of(new Revision(id, 1), cityOnly)).isNotEqualTo(variant);
    }

    @Test
    void areLetGoWhenTheyWereNotAskedForLately() {
        var id = editions.freeze(new Selection(edition(), List.of()), digest, Cause.HAND)
                .id();
        var first = variants.of(new Revision(id, 1), EVERYTHING);

        for (var i = 0; i < Variants.KEPT; i++) {
            variants.of(
                    new Revision(id, 1), new Choice(Set.of(CITY.key(), new SectionKey("desk-" + i)), Locale.ENGLISH));
        }

        assertThat(variants.of(new Revision(id, 1), EVERYTHING))
                .isEqualTo(first)
                .isNotSameAs(first);
    }

    @Test
    void areNotThereForASlotThatWasSkipped() {
        var skipped = editions.skip(daily, MONDAY, Cause.HAND, "no new story", List.of());

        assertThatThrownBy(() -> variants.of(new Revision(skipped.id(), 1), EVERYTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Edition edition() {
        return new Edition(
                0,
                daily,
                MONDAY,
                new Lead(CITY, Harbour.teaser(CITY, "The bridge opens", "2026-03-01T18:00:00Z")),
                List.of(new SetSection(
                        CULTURE, List.of(Harbour.teaser(CULTURE, "Opera on the quay", "2026-03-01T09:00:00Z")))),
                List.of());
    }
}
