package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.edition.Editions;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.node.Heartbeat;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Teasers;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.PseudoTerminal;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ctrl-C at a terminal, in each phase of a send by hand: the real program, a real terminal, a real SMTP server. */
@EnabledOnOs(OS.LINUX)
class InterruptedSendTest {
    private static final int READERS = 600;
    private static final String SLOT = "2026-03-02T07:00:00Z";
    private static final ListKey DAILY = new ListKey("daily");

    private final FaultyRelay relay = new FaultyRelay();
    private final String url = TestDatabase.H2.sharedUrl();

    @BeforeEach
    void readersOfTheDaily() {
        var now = Instant.parse("2026-03-02T06:00:00Z");
        var draft = new Draft(
                "site",
                "ferry",
                Harbour.CITY,
                "Ferry returns",
                null,
                new ArticleUrl("https://harbour.example/ferry"),
                null,
                List.of("It came in at noon."),
                null,
                now,
                null);
        try (var app = Shell.on(url).installation().open().context()) {
            app.getBean(Newsletters.class)
                    .apply(NewsletterFile.parse(
                            "daily.yaml",
                            Harbour.DAILY.replaceAll("(?m)^schedule:.*\n", "").replaceAll("(?m)^grace:.*\n", "")));
            app.getBean(Lists.class).ensure(DAILY, "The Harbour Daily");
            app.getBean(Teasers.class).save(draft, now, false);
            app.getBean(ListIntake.class)
                    .take(
                            IntStream.rangeClosed(1, READERS)
                                    .mapToObj(n ->
                                            SubscriberEntry.of(new EmailAddress("reader" + n + "@example.org"), null))
                                    .toList(),
                            DAILY);
        }
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void endsInOrderAndSaysHowManyHaveItWhileAServerGoesOn() {
        try (var app = Shell.on(url).installation().open().context();
                var terminal = send("--yes", "keepreading.delivery.rate=50/s")) {
            app.getBean(Heartbeat.class).during("serve", () -> {
                relay.await(100);
                terminal.interrupt();
                assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            });
            var sent = relay.taken().size();

            assertThat(sent).isBetween(100, READERS - 1);
            assertThat(terminal.output())
                    .contains(
                            "Edition 1 of daily is stopped here: %d sent, 0 failed, 0 skipped, %d left, nobody twice. But the"
                                    .formatted(sent, READERS - sent))
                    .contains("goes on with it: \"editions pause 1\" stops that.");
        }

        try (var again = send("--yes")) {
            assertThat(again.awaitEnd()).as(again.output()).isZero();
        }
        assertThat(relay.countByRecipient())
                .hasSize(READERS)
                .allSatisfy((reader, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void endsInOrderWhereTheTerminalIsClosed() {
        try (var terminal = send("--yes", "keepreading.delivery.rate=50/s")) {
            relay.await(100);
            terminal.hangUp();
            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            var sent = relay.taken().size();

            assertThat(terminal.output())
                    .contains("is stopped here: %d sent, 0 failed, 0 skipped, %d left, nobody twice."
                            .formatted(sent, READERS - sent));
        }
    }

    @Test
    void sendsNothingWhileItIsAsked() {
        try (var terminal = send("--at=" + SLOT)) {
            terminal.awaitOutput("Send it now? [y/N]");
            terminal.interrupt();

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            assertThat(terminal.output()).endsWith("Nothing was sent.\r\n");
        }
        try (var app = Shell.on(url).installation().open().context()) {
            assertThat(app.getBean(Editions.class).list(9)).isEmpty();
        }
        assertThat(relay.taken()).isEmpty();
    }

    @Test
    void letsTheEditionBeFrozenToItsEndAndMailsNobody() {
        waitForLocksLong();
        try (var app = Shell.on(url).installation().open().context();
                var terminal = send("--yes")) {
            var jdbc = app.getBean(JdbcClient.class);
            app.getBean(TransactionTemplate.class).executeWithoutResult(holding -> {
                jdbc.sql("""
                                insert into edition (newsletter_key, slot, cause, status)
                                values ('daily', timestamp with time zone '2026-03-02 07:00:00Z', 'hand', 'skipped')""").update();
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> isHeldUp(jdbc));
                terminal.interrupt();
                terminal.awaitOutput("Ctrl-C again ends at once.");
                holding.setRollbackOnly();
            });

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            assertThat(terminal.output())
                    .contains("is stopped here: 0 sent, 0 failed, 0 skipped, 600 left, nobody twice.");
        }
        assertThat(relay.taken()).isEmpty();
    }

    private void waitForLocksLong() {
        try (var app = Shell.on(url).installation().open().context()) {
            app.getBean(JdbcClient.class).sql("set default_lock_timeout 100000").update();
        }
    }

    private static boolean isHeldUp(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from information_schema.sessions
                        where executing_statement like 'insert into edition (%' and session_id <> session_id()""").query(Integer.class).single() > 0;
    }

    @Test
    void endsThoughTheRelayAnswersNothingAndSaysThatNoServerRuns() {
        relay.always(Stage.DOT, Fault.hang());
        try (var terminal = send("--yes", "keepreading.delivery.patience=2s", "keepreading.delivery.connections=3")) {
            relay.awaitAt(Stage.DOT, 3);
            terminal.interrupt();

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            assertThat(terminal.output())
                    .contains("0 sent, 0 failed, 0 skipped, 600 left")
                    .contains(
                            "may be on their way: their outcome is not known yet. No server runs, so nothing more is sent now. \"send daily --at 20");
        }
    }

    @Test
    void endsAtOnceWhenItIsPressedAgain() {
        relay.always(Stage.DOT, Fault.hang());
        try (var terminal = send("--yes", "keepreading.delivery.patience=10m")) {
            relay.awaitAt(Stage.DOT, 1);
            terminal.interrupt();
            terminal.awaitOutput("Ctrl-C again ends at once.");
            terminal.interrupt();

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            assertThat(terminal.output()).contains("Ended at once: messages on their way may go twice.");
        }
    }

    private PseudoTerminal send(String option, String... more) {
        var settings = new ArrayList<>(List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=postgres",
                "spring.datasource.password=" + TestDatabase.PASSWORD,
                "keepreading.public-url=" + Harbour.PUBLIC_URL,
                "spring.mail.host=localhost",
                "spring.mail.port=" + relay.port()));
        settings.addAll(List.of(more));
        var words =
                Stream.of("send", "daily", "--at=" + SLOT, option).distinct().toArray(String[]::new);
        return PseudoTerminal.runs(settings, words);
    }
}
