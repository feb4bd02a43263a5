package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Senders;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.HttpEar;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** Who is told what about a slot: a real SMTP server and a real HTTP server listen. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NoticesTest {
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");
    private static final ListKey DAILY = new ListKey("daily");

    private final FaultyRelay relay = new FaultyRelay();
    private final HttpEar ear = new HttpEar();
    private final Program program;

    NoticesTest(TestDatabase database) {
        program = Program.on(
                database,
                "2026-03-01T12:00:00Z",
                "spring.mail.host=localhost",
                "spring.mail.port=" + relay.port(),
                "keepreading.alert.mail=oncall@harbour.example",
                "keepreading.alert.webhook=" + ear.url("/hook"),
                "keepreading.alert.pings=weekly=" + ear.url("/weekly") + ",daily=" + ear.url("/daily"));
        program.get(Newsletters.class).apply(Harbour.daily());
        program.get(Lists.class).ensure(DAILY, "The Harbour Daily");
        program.get(ListIntake.class)
                .take(List.of(SubscriberEntry.of(new EmailAddress("ada@example.org"), null)), DAILY);
        program.clock().set("2026-03-02T07:00:00Z");
    }

    @AfterEach
    void close() {
        program.close();
        relay.close();
        ear.close();
    }

    @Test
    void pingsOnceWhereTheEditionOfASlotWentOut() {
        var issue = published(Cause.SCHEDULE);
        pings();
        assertThat(ear.heard()).isEmpty();

        program.get(Senders.class).drain(issue.id());
        pings();
        pings();

        assertThat(ear.heard()).containsExactly("GET /daily");
    }

    @Test
    void pingsWhereThereWasTooLittleToSend() {
        program.get(Publisher.class).publish(Harbour.daily().key(), SEVEN, Cause.SCHEDULE);

        pings();

        assertThat(ear.heard()).containsExactly("GET /daily");
    }

    @Test
    void pingsNotWhereASlotWasMissed() {
        article();
        program.clock().set("2026-03-02T10:00:00Z");
        program.get(Publisher.class).publish(Harbour.daily().key(), SEVEN, Cause.SCHEDULE);

        pings();

        assertThat(ear.heard()).isEmpty();
    }

    @Test
    void pingsNotForAnEditionByHandWhichIsNoSlotOfTheSchedule() {
        program.get(Senders.class).drain(published(Cause.HAND).id());

        pings();

        assertThat(ear.heard()).isEmpty();
    }

    @Test
    void triesAPingAgainThatWasNotAnswered() {
        program.get(Senders.class).drain(published(Cause.SCHEDULE).id());
        ear.answers(503);
        pings();
        ear.answers(200);

        pings();
        pings();

        assertThat(ear.heard()).containsExactly("GET /daily", "GET /daily");
    }

    @Test
    void tellsOnceWhereNothingWasPublishedInTime() {
        program.clock().set("2026-03-02T07:29:59Z");
        late();
        assertThat(ear.heard()).isEmpty();

        program.clock().set("2026-03-02T07:30:00Z");
        late();
        late();

        assertThat(ear.heard())
                .singleElement()
                .asString()
                .startsWith("POST /hook\n{")
                .contains("\\\"The Harbour Daily\\\" for 2026-03-02T07:00:00Z has no edition.")
                .contains("\"newsletter\":\"daily\"");
        var mail = relay.takenFor("oncall@harbour.example");
        assertThat(mail).hasSize(1);
        assertThat(mail.get(0).header("From")).isEqualTo("The Harbour <daily@harbour.example>");
        assertThat(mail.get(0).header("Subject")).isEqualTo("No result in time: The Harbour Daily");
    }

    @Test
    void tellsWhatIsLeftOfAPausedEdition() {
        var issue = published(Cause.SCHEDULE);
        program.get(EditionControl.class).pause(issue.id(), "ada", "a typo");
        program.clock().advance(Duration.ofMinutes(31));

        late();

        assertThat(ear.heard())
                .singleElement()
                .asString()
                .contains("is paused (a typo), 1 of 1 left. \\\"editions resume " + issue.id() + "\\\" goes on.");
    }

    @Test
    void tellsNothingOfASlotThatWasSentSkippedOrCancelled() {
        var issue = published(Cause.SCHEDULE);
        program.get(Senders.class).drain(issue.id());
        program.clock().advance(Duration.ofMinutes(31));

        late();

        assertThat(ear.heard()).isEmpty();
        assertThat(program.get(Editions.class).get(issue.id()).status().isOver())
                .isTrue();
    }

    @Test
    void tellsAtOnceAndOnceWhereASlotWasStopped() {
        article();
        var issue = program.get(Editions.class)
                .stop(Harbour.daily(), SEVEN, Cause.SCHEDULE, "Nobody could unsubscribe.", List.of());

        late();
        program.clock().advance(Duration.ofMinutes(31));
        late();

        assertThat(ear.heard())
                .singleElement()
                .asString()
                .contains("was stopped before anything left. Nobody could unsubscribe.")
                .contains("send daily --at 2026-03-02T07:00:00Z");
        assertThat(relay.takenFor("oncall@harbour.example"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.header("Subject")).isEqualTo("Stopped before it left: The Harbour Daily"));
        assertThat(program.get(Results.class).isThere(issue)).isFalse();
    }

    @Test
    void tellsNothingOfStragglersThatTakeADay() {
        program.get(ListIntake.class)
                .take(
                        IntStream.range(0, 19)
                                .mapToObj(
                                        i -> SubscriberEntry.of(new EmailAddress("reader" + i + "@example.org"), null))
                                .toList(),
                        DAILY);
        var issue = published(Cause.SCHEDULE);
        relay.next(1, Stage.RCPT, Fault.reply("450 4.2.0 Greylisted, come again"));
        program.get(Senders.class).start();
        relay.await(19);
        await().until(() ->
                program.get(Results.class).isThere(program.get(Editions.class).get(issue.id())));
        program.clock().advance(Duration.ofMinutes(4));

        pings();

        assertThat(program.get(Editions.class).get(issue.id()).status().isOver())
                .isFalse();
        assertThat(ear.heard()).containsExactly("GET /daily");
        program.get(Senders.class).stop();
    }

    @Test
    void triesAnAlertAgainThatNobodyHeard() {
        relay.die();
        ear.answers(500);
        program.clock().set("2026-03-02T07:30:00Z");
        late();
        ear.answers(200);

        late();
        late();

        assertThat(ear.heard()).hasSize(2);
    }

    @Test
    void refusesAPingThatIsNoAddressWithASentence() {
        assertThatThrownBy(() -> new AlertSettings(Duration.ofMinutes(30), "", "", List.of("daily")))
                .hasMessageContaining("needs \"newsletter=address\", comma between");
    }

    private void pings() {
        program.get(Pings.class).send();
    }

    private void late() {
        program.get(LateSlots.class).tell();
    }

    private Issue published(Cause cause) {
        article();
        return program.get(Publisher.class)
                .publish(Harbour.daily().key(), SEVEN, cause)
                .issue();
    }

    private void article() {
        new Newsroom(program).article("Ferry returns", "2026-03-02T05:00:00Z");
    }
}
