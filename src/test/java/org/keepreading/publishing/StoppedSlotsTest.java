package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publication.AlreadyThere;
import org.keepreading.publishing.Publication.Queued;
import org.keepreading.publishing.Publication.Skipped;
import org.keepreading.publishing.Publication.Stopped;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** What can't be mended once a mail has left stops the slot: here a template from which nobody could unsubscribe. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoppedSlotsTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");
    private static final Path DIGEST = Path.of("templates/digest");

    @TempDir
    private static Path templates;

    private final TestDatabase database;
    private Program program;
    private Publisher publisher;

    StoppedSlotsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aSlotHasComeWhoseTemplateHasNoLinkToUnsubscribe() throws IOException {
        program = Program.on(database, "2026-03-01T20:00:00Z", "keepreading.edition.templates=" + templates);
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "daily.yaml", Harbour.DAILY.replace("template: digest ", "template: ours ")));
        new Newsroom(program).article("Ferry returns", "2026-03-01T18:00:00Z");
        template("#");
        publisher = program.get(Publisher.class);
        program.clock().set("2026-03-02T07:00:00Z");
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void areRecordedWithTheReasonAndNothingIsQueued() {
        var publication = publisher.publish(DAILY, SEVEN, Cause.SCHEDULE);

        assertThat(publication).isInstanceOf(Stopped.class);
        assertThat(only().status()).isEqualTo(EditionStatus.STOPPED);
        assertThat(only().reason())
                .isEqualTo(
                        "templates/ours/text.ftl: nobody could unsubscribe. Add a link to ${recipient.unsubscribeUrl}.");
        assertThat(only().isQueued()).isFalse();
    }

    @Test
    void areTriedAgainUntilTheyAreMended() throws IOException {
        seeTo();
        var stopped = only();
        program.clock().set("2026-03-02T07:05:00Z");
        seeTo();
        assertThat(only()).isEqualTo(stopped);

        template("${recipient.unsubscribeUrl}");
        seeTo();

        assertThat(only().id()).isEqualTo(stopped.id());
        assertThat(only().status()).isEqualTo(EditionStatus.SENDING);
        assertThat(only().reason()).isNull();
        assertThat(program.get(Editions.class).candidates(stopped.id())).hasSize(1);
        assertThat(program.get(Editions.class).edition(stopped.id()).stories()).isEqualTo(1);
    }

    @Test
    void stayStoppedOnceTheirGraceIsOverUntilSomebodySendsThem() throws IOException {
        seeTo();
        template("${recipient.unsubscribeUrl}");
        program.clock().set("2026-03-02T09:00:01Z");
        seeTo();
        assertThat(publisher.publish(DAILY, SEVEN, Cause.SCHEDULE)).isInstanceOf(AlreadyThere.class);
        assertThat(only().status()).isEqualTo(EditionStatus.STOPPED);

        assertThat(publisher.publish(DAILY, SEVEN, Cause.HAND)).isInstanceOf(Queued.class);

        assertThat(only().status()).isEqualTo(EditionStatus.SENDING);
        assertThat(only().cause()).as("the schedule has its result").isEqualTo(Cause.SCHEDULE);
    }

    @Test
    void goOutAllTheSameWhereSomebodyWantsIt() {
        seeTo();

        assertThat(publisher.publishInSpiteOfPreflight(DAILY, SEVEN, Cause.HAND))
                .isInstanceOf(Queued.class);
    }

    @Test
    void areSkippedWhereThereIsNothingToSendAnyhow() {
        seeTo();
        var teasers = program.get(Teasers.class);
        teasers.hide(teasers.list(Wanted.all()).get(0).id(), SEVEN);

        assertThat(publisher.publish(DAILY, SEVEN, Cause.SCHEDULE)).isInstanceOf(Skipped.class);
        assertThat(only().status()).isEqualTo(EditionStatus.SKIPPED);
    }

    @Test
    void areTriedNoMoreOnceTheyAreCancelled() throws IOException {
        seeTo();
        program.get(Editions.class).cancel(only().id(), "by hand");
        template("${recipient.unsubscribeUrl}");

        seeTo();

        assertThat(only().status()).isEqualTo(EditionStatus.CANCELLED);
    }

    private void seeTo() {
        program.get(Overdue.class).publish(program.get(Newsletters.class).get(DAILY));
    }

    private Issue only() {
        var issues = program.get(Editions.class).list(DAILY, 9);
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    /** The digest, but with a text part of its own, and this in the place of its link to unsubscribe. */
    private static void template(String unsubscribe) throws IOException {
        var ours = Files.createDirectories(templates.resolve("ours"));
        try (var files = Files.list(DIGEST)) {
            for (var file : files.toList()) {
                Files.copy(file, ours.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(
                ours.resolve("text.ftl"),
                "${newsletter.title}\n\n" + unsubscribe + "\n\n${newsletter.postalAddress}\n");
    }
}
