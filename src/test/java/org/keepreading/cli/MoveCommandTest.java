package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keepreading.address.EmailAddress;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.subscriber.LinkClaim;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.testing.TestDatabase;

/** The move to PostgreSQL by command, interrupted and gone on with. */
class MoveCommandTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private final Shell before = Shell.on(TestDatabase.H2.sharedUrl());
    private final String url = TestDatabase.emptyPostgresqlUrl();
    private final Shell after = Shell.on(url);

    @Test
    void letsTheLinksOfOldMailsGoOnWorking() {
        before.run("subscribers", "add", ADA.value(), "--list", "daily", "--new-list");
        var link = unsubscribeLinkOfAda();

        var moved = move();

        assertThat(moved.status()).as(moved.err()).isZero();
        assertThat(whoFollows(link)).contains(ADA);
    }

    @Test
    void saysWhatToPutIntoTheSettings() {
        before.run("subscribers", "add", ADA.value(), "--list", "daily", "--new-list");

        assertThat(move().out())
                .startsWith("Moved ")
                .contains("spring.datasource.url=" + url)
                .contains("spring.datasource.username=postgres");
    }

    @Test
    void hasTheNewDatabaseSendAndTheOldOneNotAnyMore() {
        before.run("subscribers", "add", ADA.value(), "--list", "daily", "--new-list");
        assertThat(doubt(before)).isEmpty();

        move();

        assertThat(doubt(before)).isPresent();
        assertThat(doubt(after)).isEmpty();
    }

    @Test
    void goesOnlyToPostgresql() {
        var moved = before.run("move", "--to", "jdbc:mysql://db.example/keepreading");

        assertThat(moved.status()).isEqualTo(2);
        assertThat(moved.err()).contains("is no address of a PostgreSQL database.");
    }

    private Shell.Ran move() {
        return before.run("move", "--to", url, "--user", "postgres");
    }

    private String unsubscribeLinkOfAda() {
        try (var app = before.installation().open().context()) {
            var ada = app.getBean(Subscribers.class).find(ADA).orElseThrow();
            return app.getBean(LinkTokens.class).token(Purpose.UNSUBSCRIBE, ada.id(), "daily");
        }
    }

    private Optional<EmailAddress> whoFollows(String link) {
        try (var app = after.installation().open().context()) {
            return app.getBean(LinkTokens.class)
                    .read(link)
                    .map(LinkClaim::subscriberId)
                    .flatMap(app.getBean(Subscribers.class)::find)
                    .map(Subscriber::email);
        }
    }

    private static Optional<String> doubt(Shell shell) {
        try (var app = shell.installation().open().context()) {
            return app.getBean(LiveInstallation.class).doubt();
        }
    }
}
