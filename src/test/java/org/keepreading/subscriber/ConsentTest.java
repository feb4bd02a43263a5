package org.keepreading.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.subscriber.SubscriberRoom.DAILY;
import static org.keepreading.subscriber.SubscriberRoom.WEEKEND;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;

/** Leaving, coming back, pausing and being erased. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConsentTest {
    private final SubscriberRoom room;
    private final Subscriber ada;

    ConsentTest(TestDatabase database) {
        room = new SubscriberRoom(database.fresh());
        room.takes("ada@example.org", DAILY);
        ada = room.takes("ada@example.org", WEEKEND);
        room.clock.advance(Duration.ofDays(30));
    }

    @Test
    void endsForTheListsThatSheLeavesAlone() {
        room.consent.leave(ada.id(), List.of(DAILY), Way.PAGE);
        room.consent.leave(ada.id(), List.of(DAILY), Way.PAGE);

        assertThat(room.listsOf(ada)).containsExactly(WEEKEND);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void tellsOnceWhoLeftWhatByWhichWayAndWhoStays() {
        room.consent.leave(ada.id(), List.of(DAILY), Way.ONE_CLICK);
        room.consent.leave(ada.id(), List.of(DAILY), Way.ONE_CLICK);
        room.consent.takeBack(ada.id(), List.of(DAILY));
        room.consent.takeBack(ada.id(), List.of(DAILY));
        room.consent.leave(ada.id(), List.of(DAILY), Way.PAGE);
        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of(DAILY));
        room.consent.leaveEverything(ada.id(), Way.command("bob"));
        room.consent.erase(ada.email(), "bob");
        room.consent.erase(ada.email(), "bob");

        assertThat(room.told)
                .extracting(line -> line.replace("Subscriber " + ada.id(), "Ada"))
                .containsExactly(
                        "Ada left daily, by one click in their mail program",
                        "Ada stays: leaving was a mistake",
                        "Ada left daily, on the unsubscribe page",
                        "Ada left weekend, on the preferences page",
                        "Ada left daily, by a command of bob",
                        "Ada is erased, by a command of bob");
    }

    @Test
    void endsAltogetherWithTheLastList() {
        room.consent.leave(ada.id(), List.of(DAILY), Way.PAGE);
        room.consent.leave(ada.id(), List.of(WEEKEND), Way.PAGE);

        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void holdsForAListOfTheNewsletterThatSheNeverWasOn() {
        var bob = room.takes("bob@example.org", WEEKEND);

        room.consent.leave(bob.id(), List.of(DAILY, WEEKEND), Way.PAGE);
        room.consent.takeBack(bob.id(), List.of(DAILY, WEEKEND));

        assertThat(room.listsOf(bob)).containsExactly(WEEKEND);
        assertThat(room.imports("email", "bob@example.org").keptUnsubscribed()).isOne();
    }

    @Test
    void isTakenBackWithinADayAsIfNothingHadBeen() {
        var before = room.consent.of(ada.id());
        room.consent.leave(ada.id(), List.of(DAILY, WEEKEND), Way.PAGE);
        room.clock.advance(Duration.ofHours(23));

        room.consent.takeBack(ada.id(), List.of(DAILY, WEEKEND));

        assertThat(room.consent.of(ada.id())).isEqualTo(before);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void staysEndedWhereAnAdminEndedItOrADayHasPassed() {
        room.consent.leave(ada.id(), List.of(DAILY), Way.command("ada"));
        room.consent.leave(ada.id(), List.of(WEEKEND), Way.PAGE);
        room.clock.advance(Duration.ofHours(25));

        room.consent.takeBack(ada.id(), List.of(DAILY, WEEKEND));

        assertThat(room.listsOf(ada)).isEmpty();
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void isNotRestoredForWhoseMailCameBack() {
        room.imports("email,status", "ada@example.org,bounced");

        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of(DAILY));
        room.consent.leaveEverything(ada.id(), Way.PAGE);
        room.consent.takeBack(ada.id(), List.of(DAILY, WEEKEND));
        room.consent.pause(ada.id(), room.clock.instant());

        assertThat(status()).isEqualTo(Status.BOUNCED);
    }

    @Test
    void followsTheReadersChoiceAmongWhatWasOffered() {
        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of(WEEKEND));
        assertThat(room.listsOf(ada)).containsExactly(WEEKEND);

        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of());
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);

        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of(DAILY));
        assertThat(room.listsOf(ada)).containsExactly(DAILY);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void keepsAPauseWhenTheChoiceChanges() {
        var inTwoWeeks = room.clock.instant().plus(Duration.ofDays(14));
        room.consent.pause(ada.id(), inTwoWeeks);

        room.consent.choose(ada.id(), List.of(DAILY, WEEKEND), List.of(DAILY));

        assertThat(status()).isEqualTo(Status.PAUSED);
        assertThat(room.consent.pausedUntil(ada.id())).contains(inTwoWeeks);
        room.consent.resume(ada.id());
        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(room.consent.pausedUntil(ada.id())).isEmpty();
    }

    @Test
    void isDatedByItsOwnChangeAndByNoOther() {
        room.imports("email,name", "ada@example.org,Ada");
        room.subscribers.describe(ada.id(), "Ada L.", List.of());
        assertThat(changed()).isEqualTo("2026-03-02T07:00:00Z");

        room.imports("email,status", "ada@example.org,complained");
        assertThat(changed()).isEqualTo("2026-04-01T07:00:00Z");
    }

    private Instant changed() {
        return room.jdbc
                .sql("select changed_at from subscriber")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void begunAnewIsANewSubscriptionSoThatNothingOldIsSent() {
        var before = newestSubscription();
        room.consent.leave(ada.id(), List.of(DAILY), Way.PAGE);

        room.consent.askedAgain(ada.email(), DAILY);
        room.takes("ada@example.org", DAILY);

        assertThat(newestSubscription()).isGreaterThan(before);
        assertThat(room.listsOf(ada)).containsExactly(DAILY, WEEKEND);
    }

    @Test
    void leavesNothingOfWhoIsErasedButAHashThatKeepsFilesOut() {
        room.suppressions.suppress(ada.email(), "complained by letter");

        assertThat(room.consent.erase(ada.email(), "ada")).isTrue();
        assertThat(room.consent.erase(ada.email(), "ada")).isFalse();

        assertThat(room.knows("ada@example.org")).isFalse();
        assertThat(room.imports("email", "ADA@example.org").keptUnsubscribed()).isOne();
        assertThat(room.everyWordKept()).doesNotContain("ada@");
    }

    @Test
    void letsWhoWasErasedJoinWhenTheyAsk() {
        room.consent.erase(ada.email(), "ada");

        room.consent.askedAgain(ada.email(), DAILY);

        assertThat(room.imports("email", "ada@example.org").fresh()).isOne();
    }

    private Status status() {
        return room.subscriber("ada@example.org").status();
    }

    private long newestSubscription() {
        return room.jdbc
                .sql("select max(id) from subscription")
                .query(Long.class)
                .single();
    }
}
