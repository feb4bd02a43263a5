package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Senders;
import org.keepreading.edition.Cause;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publication.Stopped;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** A newsletter that a version before took with an address that no letter can carry hurts itself alone, and says so. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnusableSenderTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final NewsletterKey EVENING = new NewsletterKey("evening");
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");
    private static final String MISTAKE = "Newsletter \"daily\" has a sender address that no letter can carry:"
            + " \"josé@harbour.example\" is not plain ASCII before the @, and relays take no such address. Ask for one in"
            + " letters from a to z. Write another into its file, which \"newsletters export daily\" gives, and apply that.";

    private final TestDatabase database;
    private final FaultyRelay relay = new FaultyRelay();
    private Program program;

    UnusableSenderTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void twoNewslettersAreDueAtSeven() {
        program = Program.on(
                database, "2026-03-01T20:00:00Z", "spring.mail.host=localhost", "spring.mail.port=" + relay.port());
        program.get(Newsletters.class).apply(Harbour.daily());
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse("evening.yaml", Harbour.DAILY.replace("key: daily", "key: evening")));
        var list = new ListKey("daily");
        program.get(Lists.class).ensure(list, "The Harbour Daily");
        program.get(ListIntake.class)
                .take(List.of(SubscriberEntry.of(new EmailAddress("ada@example.org"), "Ada")), list);
        new Newsroom(program).article("Ferry returns", "2026-03-01T18:00:00Z");
        program.clock().set("2026-03-02T07:00:00Z");
    }

    @AfterEach
    void close() {
        program.close();
        relay.close();
    }

    @Test
    void stopsItsOwnSlotAndNoOther() {
        theSenderOfTheDailyWasTakenByAVersionBefore();

        seeToWhatIsDue();

        assertThat(only(DAILY).status()).isEqualTo(EditionStatus.STOPPED);
        assertThat(only(DAILY).reason()).isEqualTo(MISTAKE);
        assertThat(only(EVENING).status()).isEqualTo(EditionStatus.SENDING);
    }

    @Test
    void isNamedByPreflightAndNoForceSendsIt() {
        theSenderOfTheDailyWasTakenByAVersionBefore();

        assertThat(program.get(Preflight.class).troubles(DAILY, SEVEN)).contains(Trouble.stop(MISTAKE));
        assertThat(program.get(Publisher.class).publishInSpiteOfPreflight(DAILY, SEVEN, Cause.HAND))
                .isInstanceOf(Stopped.class);
    }

    @Test
    void isWholeAgainOnceItsFileIsMended() {
        theSenderOfTheDailyWasTakenByAVersionBefore();
        seeToWhatIsDue();

        program.get(Newsletters.class).apply(Harbour.daily());
        seeToWhatIsDue();

        assertThat(only(DAILY).status()).isEqualTo(EditionStatus.SENDING);
    }

    @Test
    void amendsNoEdition() {
        seeToWhatIsDue();
        theSenderOfTheDailyWasTakenByAVersionBefore();
        program.get(EditionControl.class).pause(only(DAILY).id(), "ada", null);

        assertThatThrownBy(() -> program.get(Amending.class).amend(only(DAILY), "ada"))
                .hasMessage(MISTAKE);
        assertThat(only(DAILY).revision()).isEqualTo(1);
    }

    @Test
    void failsEachDeliveryOfAnEditionThatWasFrozenWithItAndTheOthersGoOut() {
        seeToWhatIsDue();
        replaceIn("edition", "newsletter", "editors@harbour.example", "editors@straße.example");

        program.get(Senders.class).drain(only(DAILY).id());
        program.get(Senders.class).drain(only(EVENING).id());

        assertThat(progress(DAILY).failed()).isEqualTo(1);
        assertThat(program.database()
                        .sql("select reply from delivery where status = 'failed'")
                        .query(String.class)
                        .single())
                .startsWith("\"editors@straße.example\" has a domain that can be read in two ways.");
        assertThat(progress(EVENING).sent()).isEqualTo(1);
        assertThat(program.get(Editions.class).edition(only(DAILY).id()).stories())
                .isEqualTo(1);
    }

    private void theSenderOfTheDailyWasTakenByAVersionBefore() {
        replaceIn("newsletter", "definition", "daily@harbour.example", "josé@harbour.example");
    }

    private void replaceIn(String table, String column, String words, String by) {
        program.database()
                .sql("update %s set %s = replace(%2$s, :words, :by) where newsletter_key = 'daily'"
                        .formatted(table, column))
                .param("words", words)
                .param("by", by)
                .update();
    }

    private void seeToWhatIsDue() {
        program.get(Newsletters.class).scheduled().forEach(program.get(Overdue.class)::publish);
    }

    private Issue only(NewsletterKey newsletter) {
        var issues = program.get(Editions.class).list(newsletter, 9);
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    private Progress progress(NewsletterKey newsletter) {
        return program.get(Deliveries.class).progress(only(newsletter).id());
    }
}
