package org.keepreading.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.testing.TestDatabase;

/** What remains of a list that was removed: whoever had left it has left it still. */
class ListsTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final EmailAddress BOB = new EmailAddress("bob@example.org");

    @ParameterizedTest
    @EnumSource
    void beginAnewWithNobodyOnThemAndForgetNobodyWhoLeft(TestDatabase database) {
        var room = new SubscriberRoom(database.fresh());
        room.imports("email", "ada@example.org", "bob@example.org");
        leave(room, BOB);

        var wereOn = room.lists.remove(SubscriberRoom.DAILY);
        assertThat(wereOn).isEqualTo(1);
        assertThat(room.lists.find(SubscriberRoom.DAILY)).isEmpty();
        assertThat(room.consent.of(id(room, ADA))).isEmpty();

        assertThat(room.lists.ensure(SubscriberRoom.DAILY, "The Daily, again")).isTrue();
        assertThat(room.consent.of(id(room, ADA))).isEmpty();
        var again = room.imports("email", "ada@example.org", "bob@example.org");
        assertThat(again.updated()).isEqualTo(1);
        assertThat(again.keptUnsubscribed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void areLeftByALinkFromAnOldMailAfterTheyWereRemoved(TestDatabase database) {
        var room = new SubscriberRoom(database.fresh());
        room.imports("email", "ada@example.org");
        room.lists.remove(SubscriberRoom.DAILY);

        leave(room, ADA);

        room.lists.ensure(SubscriberRoom.DAILY, "The Daily, again");
        assertThat(room.imports("email", "ada@example.org").keptUnsubscribed()).isEqualTo(1);
    }

    private static void leave(SubscriberRoom room, EmailAddress who) {
        room.consent.leave(id(room, who), List.of(SubscriberRoom.DAILY), Way.PAGE);
    }

    private static long id(SubscriberRoom room, EmailAddress who) {
        return room.subscribers.find(who).orElseThrow().id();
    }
}
