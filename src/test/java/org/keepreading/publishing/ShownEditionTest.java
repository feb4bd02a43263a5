package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Editions;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publication.AlreadyThere;
import org.keepreading.publishing.Publication.Queued;
import org.keepreading.publishing.Publication.Skipped;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** What somebody was shown and approved of is what is frozen; else nothing is, and they learn what has changed. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ShownEditionTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");
    private static final String DAILY_IN_OUR_TEMPLATE = Harbour.DAILY.replace("template: digest ", "template: ours ");

    @TempDir
    private Path templates;

    private final TestDatabase database;
    private Program program;
    private Newsroom newsroom;
    private Publisher publisher;
    private Trial shown;

    ShownEditionTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void theEditionIsShown() throws IOException {
        var ours = Files.createDirectories(templates.resolve("ours"));
        try (var files = Files.list(Path.of("templates/digest"))) {
            for (var file : files.toList()) {
                Files.copy(file, ours.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        program = Program.on(database, "2026-03-02T07:00:00Z", "keepreading.edition.templates=" + templates);
        program.get(Newsletters.class).apply(NewsletterFile.parse("daily.yaml", DAILY_IN_OUR_TEMPLATE));
        newsroom = new Newsroom(program);
        newsroom.article("Ferry returns", "2026-03-01T18:00:00Z");
        newsroom.article("Quay opens", "2026-03-01T17:00:00Z");
        publisher = program.get(Publisher.class);
        shown = publisher.proof(DAILY, SEVEN);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void isFrozenAsShownWhereNothingHasChanged() {
        var publication = publisher.publish(shown, Cause.HAND);

        assertThat(publication).isInstanceOf(Queued.class);
        var frozen = program.get(Editions.class).edition(publication.issue().id());
        assertThat(frozen.teasers()).isEqualTo(shown.selection().edition().teasers());
        assertThat(frozen.newsletter()).isEqualTo(shown.selection().edition().newsletter());
    }

    @Test
    void isNotFrozenWhereAStoryHasCome() {
        newsroom.article("Storm ahead", "2026-03-01T19:00:00Z");

        assertThat(refusal().changes()).containsExactly("+ Storm ahead (first of three)");
        assertThat(program.get(Editions.class).list(DAILY, 9)).isEmpty();
    }

    @Test
    void isNotFrozenWhereAStoryWasHidden() {
        hide("Ferry returns");

        assertThat(refusal().changes()).containsExactly("- Ferry returns (hidden)");
    }

    @Test
    void isNotFrozenWhereAStoryWasCorrected() {
        program.database()
                .sql("update teaser set dek = 'At noon, not at one' where headline = 'Quay opens'")
                .update();

        assertThat(refusal().changes()).containsExactly("~ Quay opens (corrected)");
    }

    @Test
    void isNotFrozenWhereItsTemplateWasChanged() throws IOException {
        var style = templates.resolve("ours/style.css");
        Files.writeString(style, Files.readString(style) + "\n.own { color: #123456 }\n");

        assertThat(refusal().changes()).containsExactly("~ the template \"ours\": style.css");
    }

    @Test
    void isNotFrozenWhereItsNewsletterWasChanged() {
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "daily.yaml", DAILY_IN_OUR_TEMPLATE.replace("1 Quay Street", "2 Quay Street")));

        assertThat(refusal().changes()).containsExactly("~ the newsletter's file");
        assertThatThrownBy(() -> publisher.publishInSpiteOfPreflight(shown, Cause.HAND))
                .hasMessage("What was shown has changed meanwhile: ~ the newsletter's file.");
    }

    @Test
    void isFrozenOnceTheChangeIsApprovedOf() {
        newsroom.article("Storm ahead", "2026-03-01T19:00:00Z");

        assertThat(publisher.publish(refusal().now(), Cause.HAND)).isInstanceOf(Queued.class);
    }

    @Test
    void isNotSkippedUnseenEither() {
        hide("Ferry returns");
        hide("Quay opens");

        var nothing = refusal().now();
        assertThat(nothing.variant()).isNull();
        assertThat(publisher.publish(nothing, Cause.HAND)).isInstanceOf(Skipped.class);
    }

    @Test
    void givesWayToWhoeverWasFaster() {
        publisher.publish(DAILY, SEVEN, Cause.SCHEDULE);
        newsroom.article("Storm ahead", "2026-03-01T19:00:00Z");

        assertThat(publisher.publish(shown, Cause.HAND)).isInstanceOf(AlreadyThere.class);
    }

    private void hide(String headline) {
        var teasers = program.get(Teasers.class);
        teasers.list(Wanted.all()).stream()
                .filter(teaser -> teaser.headline().equals(headline))
                .forEach(teaser -> teasers.hide(teaser.id(), SEVEN));
    }

    private ChangedMeanwhile refusal() {
        return catchThrowableOfType(ChangedMeanwhile.class, () -> publisher.publish(shown, Cause.HAND));
    }
}
