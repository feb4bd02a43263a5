package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Editions;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.PseudoTerminal;
import org.keepreading.testing.TestDatabase;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes while {@code send} waits for its answer goes out to nobody unseen: the real program, at a real terminal. */
@EnabledOnOs(OS.LINUX)
class ApprovedSendTest {
    private static final Instant SLOT = Instant.parse("2026-03-02T07:00:00Z");
    private static final String QUESTION = "Send it now? [y/N]";
    private static final String ASKED_AGAIN = "This has changed since it was shown, and nothing was sent:\r\n";

    @TempDir
    private Path templates;

    private final FaultyRelay relay = new FaultyRelay();
    private final String url = TestDatabase.H2.sharedUrl();

    @BeforeEach
    void twoStoriesForOneReader() {
        atTheDesk(desk -> {
            desk.getBean(Newsletters.class)
                    .apply(NewsletterFile.parse(
                            "daily.yaml", Harbour.DAILY.replace("template: digest ", "template: ours ")));
            var list = new ListKey("daily");
            desk.getBean(Lists.class).ensure(list, "The Harbour Daily");
            desk.getBean(ListIntake.class)
                    .take(List.of(SubscriberEntry.of(new EmailAddress("ada@example.org"), null)), list);
            article(desk, "Ferry returns");
            article(desk, "Quay opens");
        });
    }

    @BeforeEach
    void aTemplateOfOurOwn() throws IOException {
        var ours = Files.createDirectories(templates.resolve("ours"));
        try (var files = Files.list(Path.of("templates/digest"))) {
            for (var file : files.toList()) {
                Files.copy(file, ours.resolve(file.getFileName()));
            }
        }
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void freezesWhatItShowedWhereNothingHasChanged() {
        try (var terminal = send()) {
            terminal.awaitOutput(QUESTION);
            terminal.answers("y");

            assertThat(terminal.awaitEnd()).as(terminal.output()).isZero();
            assertThat(terminal.output()).doesNotContain(ASKED_AGAIN);
        }
        assertThat(headlines()).containsExactlyInAnyOrder("Ferry returns", "Quay opens");
        assertThat(relay.taken()).hasSize(1);
    }

    @Test
    void asksAgainWhereAStoryArrivesAndAnotherIsHiddenMeanwhile() {
        try (var terminal = send()) {
            terminal.awaitOutput(QUESTION);
            atTheDesk(desk -> {
                article(desk, "Storm ahead");
                hide(desk, "Quay opens");
            });
            terminal.answers("y");

            terminal.awaitOutput(ASKED_AGAIN + "+ Storm ahead (");
            terminal.awaitOutput(
                    "- Quay opens (hidden)\r\n\"The Harbour Daily\" for 2026-03-02 07:00 WET: 2 stories to 1 subscriber on daily.\r\n"
                            + QUESTION);
            assertThat(relay.taken()).isEmpty();
            terminal.answers("y");

            assertThat(terminal.awaitEnd()).as(terminal.output()).isZero();
        }
        assertThat(headlines()).containsExactlyInAnyOrder("Ferry returns", "Storm ahead");
    }

    @Test
    void sendsNothingWhereSomebodyDoesNotWantWhatHasChanged() {
        try (var terminal = send()) {
            terminal.awaitOutput(QUESTION);
            atTheDesk(desk -> hide(desk, "Quay opens"));
            terminal.answers("y");
            terminal.awaitOutput("1 story to 1 subscriber on daily.\r\n" + QUESTION);
            terminal.answers("n");

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(1);
            assertThat(terminal.output()).endsWith("Nothing was sent.\r\n");
        }
        assertThat(edition()).isNull();
        assertThat(relay.taken()).isEmpty();
    }

    @Test
    void endsByCtrlCWhereItAsksAgain() {
        try (var terminal = send()) {
            terminal.awaitOutput(QUESTION);
            atTheDesk(desk -> hide(desk, "Quay opens"));
            terminal.answers("y");
            terminal.awaitOutput("1 story to 1 subscriber on daily.\r\n" + QUESTION);
            terminal.interrupt();

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(130);
            assertThat(terminal.output()).endsWith("Nothing was sent.\r\n");
        }
        assertThat(edition()).isNull();
    }

    @Test
    void checksATemplateThatIsChangedMeanwhileAsItDidTheOneBefore() throws IOException {
        try (var terminal = send()) {
            terminal.awaitOutput(QUESTION);
            Files.writeString(templates.resolve("ours/text.ftl"), "${newsletter.title}\n${newsletter.postalAddress}\n");
            terminal.answers("y");

            assertThat(terminal.awaitEnd()).as(terminal.output()).isEqualTo(1);
            assertThat(terminal.output())
                    .contains(ASKED_AGAIN + "~ the template \"ours\": text.ftl\r\n"
                            + "x templates/ours/text.ftl: nobody could unsubscribe.");
        }
        assertThat(edition()).isNull();
    }

    @Test
    void sendsNothingFromAnAddressThatNoLetterCanCarryHoweverForced() {
        atTheDesk(desk -> desk.getBean(JdbcClient.class)
                .sql("update newsletter set definition = replace(definition, 'daily@', 'josé@')")
                .update());

        var forced = Shell.on(url)
                .with("keepreading.edition.templates=" + templates)
                .run("send", "daily", "--at=" + SLOT, "--yes", "--force");

        assertThat(forced.status()).isEqualTo(1);
        assertThat(forced.err())
                .startsWith("x Newsletter \"daily\" has a sender address that no letter can carry:")
                .endsWith("\nNothing was sent.\n");
        assertThat(edition()).isNull();
    }

    private PseudoTerminal send() {
        return PseudoTerminal.runs(
                List.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=" + TestDatabase.PASSWORD,
                        "keepreading.public-url=" + Harbour.PUBLIC_URL,
                        "keepreading.edition.templates=" + templates,
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + relay.port()),
                "send",
                "daily",
                "--at=" + SLOT);
    }

    private void atTheDesk(Consumer<ApplicationContext> work) {
        try (var desk = Shell.on(url).installation().open().context()) {
            work.accept(desk);
        }
    }

    private static void article(ApplicationContext desk, String headline) {
        var at = Instant.parse("2026-03-01T18:00:00Z");
        var article = new ArticleUrl("https://harbour.example/" + headline.replace(' ', '-'));
        var draft = new Draft(
                "site", headline, Harbour.CITY, headline, null, article, null, List.of("At noon."), null, at, null);
        desk.getBean(Teasers.class).save(draft, at, false);
    }

    private static void hide(ApplicationContext desk, String headline) {
        var teasers = desk.getBean(Teasers.class);
        teasers.list(Wanted.all()).stream()
                .filter(teaser -> teaser.headline().equals(headline))
                .forEach(teaser -> teasers.hide(teaser.id(), SLOT));
    }

    private List<String> headlines() {
        var edition = edition();
        return edition == null
                ? List.of()
                : edition.teasers().stream().map(Teaser::headline).toList();
    }

    private @Nullable Edition edition() {
        try (var desk = Shell.on(url).installation().open().context()) {
            var editions = desk.getBean(Editions.class);
            return editions.list(new NewsletterKey("daily"), 1).stream()
                    .findFirst()
                    .map(issue -> editions.edition(issue.id()))
                    .orElse(null);
        }
    }
}
