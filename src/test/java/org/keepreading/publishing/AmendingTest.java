package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Senders;
import org.keepreading.edition.AmendRefused;
import org.keepreading.edition.Candidate;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Choice;
import org.keepreading.edition.EditionOver;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Picker;
import org.keepreading.edition.Revision;
import org.keepreading.edition.Variants;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** A paused edition is corrected for whoever has not got it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AmendingTest {
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");
    private static final ListKey DAILY = new ListKey("daily");

    private final FaultyRelay relay = new FaultyRelay();
    private final Program program;
    private final Amending amending;
    private final EditionControl control;

    AmendingTest(TestDatabase database) {
        program = Program.on(
                database,
                "2026-03-02T07:00:00Z",
                "spring.mail.host=localhost",
                "spring.mail.port=" + relay.port(),
                "keepreading.delivery.connections=1");
        program.get(Newsletters.class).apply(Harbour.daily());
        program.get(Lists.class).ensure(DAILY, "The Harbour Daily");
        amending = program.get(Amending.class);
        control = program.get(EditionControl.class);
    }

    @AfterEach
    void close() {
        program.close();
        relay.close();
    }

    @Test
    void goesToThoseAloneWhoHaveNotGotTheEdition() {
        subscribers(10);
        var issue = pausedAfterTheFirstOf("Fery returns");

        correct("Fery returns", "Ferry returns");
        var amended = amending.amend(issue, "ada");
        control.resume(issue.id(), "ada");
        var progress = program.get(Senders.class).drain(issue.id());

        assertThat(amended.current()).isEqualTo(new Revision(issue.id(), 2));
        assertThat(program.told())
                .filteredOn(line -> line.contains("corrected"))
                .singleElement()
                .asString()
                .endsWith("Z: corrected by ada: revision 2 for whoever has not got it");
        assertThat(progress).isEqualTo(new Progress(10, 10, 0, 0, 0));
        assertThat(relay.countByRecipient())
                .hasSize(10)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
        assertThat(relay.taken().get(0).text()).contains("Fery returns").doesNotContain("Ferry returns");
        assertThat(relay.taken())
                .filteredOn(mail -> mail.text().contains("Ferry returns"))
                .hasSize(9);
        assertThat(program.get(Deliveries.class).sentByRevision(issue.id()))
                .containsEntry(1, 1L)
                .containsEntry(2, 9L);
    }

    @Test
    void keepsTheMessageIdsOfTheEdition() {
        subscribers(2);
        var issue = pausedAfterTheFirstOf("Fery returns");
        correct("Fery returns", "Ferry returns");
        amending.amend(issue, "ada");
        control.resume(issue.id(), "ada");
        program.get(Senders.class).drain(issue.id());

        assertThat(relay.taken())
                .extracting(mail -> mail.header("Message-ID").replaceFirst("\\.\\d+@", "@"))
                .hasSize(2)
                .containsOnly(relay.taken().get(0).header("Message-ID").replaceFirst("\\.\\d+@", "@"));
    }

    @Test
    void keepsBothRevisionsAndShowsTheNewer() {
        var issue = paused("Fery returns");
        var variants = program.get(Variants.class);
        var everything = new Choice(Set.of(), Harbour.daily().language());
        var before = variants.of(issue.current(), everything);

        correct("Fery returns", "Ferry returns");
        amending.amend(issue, "ada");

        var editions = program.get(Editions.class);
        assertThat(editions.edition(issue.id()).teasers().get(0).headline()).isEqualTo("Ferry returns");
        assertThat(editions.edition(new Revision(issue.id(), 1))
                        .teasers()
                        .get(0)
                        .headline())
                .isEqualTo("Fery returns");
        assertThat(editions.template(new Revision(issue.id(), 1)))
                .isEqualTo(editions.template(new Revision(issue.id(), 2)));
        assertThat(variants.of(new Revision(issue.id(), 1), everything)).isEqualTo(before);
        assertThat(variants.of(new Revision(issue.id(), 2), everything)).isNotEqualTo(before);
        assertThat(editions.candidates(issue.id()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.headline()).isEqualTo("Ferry returns"));
    }

    @Test
    void staysAsItIsWhereNothingWasChanged() {
        var issue = paused("Ferry returns");

        assertThat(amending.amend(issue, "ada").revision()).isEqualTo(1);
        correct("Ferry returns", "The ferry returns");
        var second = amending.amend(issue, "ada");
        assertThat(second.revision()).isEqualTo(2);
        assertThat(amending.amend(second, "ada").revision()).isEqualTo(2);
    }

    @Test
    void takesTheNewsletterAsItIsNow() {
        var issue = paused("Ferry returns");
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "daily.yaml", Harbour.DAILY.replace("${lead.headline}", "Today: ${lead.headline}")));

        amending.amend(issue, "ada");

        assertThat(program.get(Editions.class).edition(issue.id()).newsletter().subject())
                .isEqualTo("Today: ${lead.headline}");
    }

    @Test
    void refusesAnEditionThatIsNotStopped() {
        var issue = published("Ferry returns");

        assertThatThrownBy(() -> amending.amend(issue, "ada"))
                .isInstanceOf(AmendRefused.class)
                .hasMessageContaining("Stop it first with \"editions pause " + issue.id() + "\"");
        control.cancel(issue.id(), "ada", "wrong");
        assertThatThrownBy(() -> amending.amend(issue, "ada"))
                .isInstanceOf(EditionOver.class)
                .hasMessageContaining("is cancelled already, so there is nothing to amend");
    }

    @Test
    void isDoneOnceWhereTwoDoItAtTheSameTime() {
        var issue = paused("Fery returns");
        correct("Fery returns", "Ferry returns");

        amending.amend(issue, "ada");

        assertThatThrownBy(() -> amending.amend(issue, "ada"))
                .isInstanceOf(AmendRefused.class)
                .hasMessageContaining("was amended or set going by somebody else just now");
        assertThat(program.get(Editions.class).get(issue.id()).revision()).isEqualTo(2);
    }

    @Test
    void storesNothingWhereTooLittleIsLeft() {
        var issue = paused("Ferry returns");
        hide("Ferry returns");

        assertThatThrownBy(() -> amending.amend(issue, "ada"))
                .isInstanceOf(AmendRefused.class)
                .hasMessageContaining("set anew it would have no new story, and the newsletter's minimum is 1");
        assertThat(program.get(Editions.class).get(issue.id()).revision()).isEqualTo(1);
    }

    @Test
    void leavesWhatNobodyGotForTheNextEdition() {
        var issue = paused("Ferry returns");
        article("Bridge opens");
        hide("Ferry returns");
        amending.amend(issue, "ada");
        program.get(Teasers.class).unhide(id("Ferry returns"));

        assertThat(nextPick()).containsExactly("Ferry returns");
    }

    @Test
    void countsWhatTheFirstReadersGotAsCarried() {
        subscribers(2);
        var issue = pausedAfterTheFirstOf("Ferry returns");
        article("Bridge opens");
        hide("Ferry returns");
        amending.amend(issue, "ada");
        program.get(Teasers.class).unhide(id("Ferry returns"));

        assertThat(nextPick()).isEmpty();
    }

    private void hide(String headline) {
        program.get(Teasers.class).hide(id(headline), Instant.parse("2026-03-02T07:00:00Z"));
    }

    private long id(String headline) {
        return program.get(Teasers.class).list(Wanted.all()).stream()
                .filter(teaser -> teaser.headline().equals(headline))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> nextPick() {
        return program
                .get(Picker.class)
                .pick(Harbour.daily(), Instant.parse("2026-03-03T07:00:00Z"))
                .candidates()
                .stream()
                .filter(Candidate::picked)
                .map(candidate -> candidate.teaser().headline())
                .toList();
    }

    private Issue pausedAfterTheFirstOf(String headline) {
        var issue = published(headline);
        relay.next(
                1, Stage.DOT, Fault.meanwhile(() -> program.get(Editions.class).pause(issue.id(), "a typo")));
        program.get(Senders.class).drain(issue.id());
        return program.get(Editions.class).get(issue.id());
    }

    private Issue paused(String headline) {
        return control.pause(published(headline).id(), "ada", "a typo").issue();
    }

    private Issue published(String headline) {
        article(headline);
        return program.get(Publisher.class)
                .publish(Harbour.daily().key(), SEVEN, Cause.HAND)
                .issue();
    }

    private void article(String headline) {
        new Newsroom(program).article(headline, "2026-03-02T05:00:00Z");
    }

    private void correct(String wrong, String right) {
        program.database()
                .sql("update teaser set headline = :right where headline = :wrong")
                .param("right", right)
                .param("wrong", wrong)
                .update();
    }

    private void subscribers(int count) {
        for (var i = 0; i < count; i++) {
            var entry = SubscriberEntry.of(new EmailAddress("reader" + i + "@example.org"), null);
            program.get(ListIntake.class).take(List.of(entry), DAILY);
        }
    }
}
