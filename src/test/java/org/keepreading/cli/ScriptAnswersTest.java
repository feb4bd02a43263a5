package org.keepreading.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.source.Seed;
import org.keepreading.testing.Harbour;
import org.keepreading.web.demo.MailCatcher;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a command says beyond that it is done, it says for scripts as well: {@code --json}. */
class ScriptAnswersTest {
    private static final String SLOT = "2021-10-18T07:00:00Z";
    private static final String DONE_OR_NOT = "says that it is done; the exit status says so too";

    /** Those that answer in words alone, and why. */
    private static final Map<String, String> IN_WORDS = Map.ofEntries(
            entry("serve", "runs until it is stopped, and logs"),
            entry("demo", "is for somebody who looks"),
            entry("move", "is done once, by a person: which row was not moved is a complaint"),
            entry("teasers export", "writes JSON anyway"),
            entry("newsletters export", "writes the file that \"apply\" takes"),
            entry("subscribers export", "writes CSV"),
            entry("sources add", DONE_OR_NOT),
            entry("sources remove", DONE_OR_NOT),
            entry("newsletters pause", DONE_OR_NOT),
            entry("newsletters resume", DONE_OR_NOT),
            entry("newsletters remove", DONE_OR_NOT),
            entry("subscribers add", DONE_OR_NOT),
            entry("subscribers unsubscribe", DONE_OR_NOT),
            entry("subscribers erase", DONE_OR_NOT),
            entry("lists rename", DONE_OR_NOT),
            entry("lists remove", DONE_OR_NOT),
            entry("keys use", DONE_OR_NOT),
            entry("keys stop", DONE_OR_NOT),
            entry("keys remove", DONE_OR_NOT));

    private final MailCatcher relay = MailCatcher.start(Clock.systemUTC());
    private final Shell shell = new Shell(
            "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port(), "keepreading.delivery.poll=50ms");

    @TempDir
    private Path folder;

    @BeforeEach
    void bringInANewsroomWithOneReader() throws IOException {
        shell.run("import", Seed.file("teasers.json").toString(), "--source", "desk");
        shell.run("import", Seed.file("teasers.json").toString(), "--source", "wire");
        shell.run("newsletters", "apply", file("daily.yaml", Harbour.DAILY.replace("key: culture", "key: workplace")));
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily");
    }

    @AfterEach
    void closeTheRelay() {
        relay.close();
    }

    @Test
    void areThereWhereverThereIsSomethingToRead() {
        var inWords = leaves(commands())
                .filter(command -> command.getCommandSpec().findOption("--json") == null)
                .map(command -> command.getCommandSpec().qualifiedName().substring("keepreading ".length()));

        assertThat(inWords).containsExactlyInAnyOrderElementsOf(IN_WORDS.keySet());
    }

    @Test
    void areJsonEachAndNothingElse() {
        var lines = List.of(
                "sources list",
                "sources fetch",
                "import " + Seed.file("feed.xml"),
                "teasers list",
                "teasers show 1",
                "teasers pin 1",
                "newsletters list",
                "newsletters show daily",
                "preview daily --out " + folder,
                "preflight daily",
                "send daily --dry-run",
                "editions list",
                "live",
                "nodes list",
                "subscribers show ada@example.org",
                "subscribers count",
                "lists list",
                "keys list");

        assertThat(lines).allSatisfy(line -> {
            var ran = shell.run((line + " --json").split(" "));
            assertThat(new JsonMapper().readTree(ran.out()).isContainer()).isTrue();
        });
    }

    @Test
    void sayWhatKeepsASendFromBeingReady() {
        var answer = json("preflight", "daily");

        assertThat(answer.get("ready").asBoolean()).isFalse();
        assertThat(answer.get("troubles")).anySatisfy(trouble -> {
            assertThat(trouble.get("weight").asString()).isEqualTo("hinders");
            assertThat(trouble.get("sentence").asString()).startsWith("Nothing would be sent: no new story");
        });
    }

    @Test
    void sayWhereAPreviewIsAndWhyEachTeaserIsInOrNot() {
        var answer = json("preview", "daily", "--at", SLOT, "--out", folder.toString());
        var none = json("preview", "daily", "--out", folder.toString());
        var shown = shell.run("preview", "daily", "--at", SLOT, "--out", folder.toString());

        assertThat(answer.get("files"))
                .hasSize(3)
                .allSatisfy(file -> assertThat(Path.of(file.asString())).exists());
        assertThat(shown.out()).contains("Subject: " + answer.get("subject").asString() + "\n");
        assertThat(answer.get("candidates")).anySatisfy(candidate -> {
            assertThat(candidate.get("picked").asBoolean()).isTrue();
            assertThat(candidate.get("section").asString()).isEqualTo("workplace");
        });
        assertThat(none.get("files")).isEmpty();
        assertThat(none.get("reason").asString()).startsWith("no new story");
    }

    @Test
    void sayWhatWouldBeSentWhatIsPlannedAndWhatWasSent() {
        var tomorrow = Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var dryRun = json("send", "daily", "--at", SLOT, "--dry-run");
        var test = json("send", "daily", "--at", SLOT, "--test", "editor@example.org");
        var sent = json("send", "daily", "--at", SLOT, "--yes");
        var planned = json("send", "daily", "--at", tomorrow, "--yes");

        assertThat(dryRun.get("outcome").asString()).isEqualTo("dry run");
        assertThat(dryRun.get("audience").asLong()).isEqualTo(1);
        assertThat(dryRun.get("candidates")).isNotEmpty();
        assertThat(test.get("outcome").asString()).isEqualTo("tested");
        assertThat(sent.get("outcome").asString()).isEqualTo("sent");
        assertThat(sent.get("slot").asString()).isEqualTo(SLOT);
        assertThat(sent.get("edition").get("sent").asLong()).isEqualTo(1);
        assertThat(planned.get("outcome").asString()).isEqualTo("planned");
        assertThat(planned.get("sentence").asString()).contains("no server runs");
        assertThat(json("editions", "show", sent.get("edition").get("id").asString())
                        .get("deliveries")
                        .get("sent")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void nameAnArticlesOtherTeasersAndTheEditionsThatShowIt() {
        json("send", "daily", "--at", SLOT, "--yes");
        var lead = json("editions", "show", "daily").get("candidates").get(0).get("teaser");

        var hidden = json("teasers", "hide", lead.asString()).get(0);

        assertThat(hidden.get("teaser")).isEqualTo(lead);
        assertThat(hidden.get("twins")).hasSize(1);
        assertThat(hidden.get("shownBy").get(0).get("status").asString()).isEqualTo("sent");
    }

    @Test
    void sayWhatANewslettersFileChanged() throws IOException {
        var weekly = file(
                "weekly.yaml",
                Harbour.DAILY
                        .replace("key: daily", "key: weekly")
                        .replace("lists: [daily]", "lists: [weekly]")
                        .replace("key: culture", "key: books"));

        var first = json("newsletters", "apply", weekly).get(0);
        var again = json("newsletters", "apply", weekly).get(0);

        assertThat(first.get("key").asString()).isEqualTo("weekly");
        assertThat(first.get("change").asString()).isEqualTo("new");
        assertThat(first.get("next").asString()).endsWith("T07:00:00Z");
        assertThat(first.get("newLists").get(0).asString()).isEqualTo("weekly");
        assertThat(first.get("newSections").get(0).asString()).isEqualTo("books");
        assertThat(again.get("change").asString()).isEqualTo("unchanged");
        assertThat(again.get("newLists")).isEmpty();
    }

    @Test
    void sayWhetherThisInstallationSends() {
        assertThat(json("live").get("live").asBoolean()).isTrue();
    }

    @Test
    void nothingIsMarkedWhereOneNumberIsNone() {
        var ran = shell.run("teasers", "hide", "1", "99");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(json("teasers", "show", "1").get("hidden").asBoolean()).isFalse();
    }

    private JsonNode json(String... words) {
        var ran = shell.run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        assertThat(ran.out()).as(ran.err()).isNotEmpty();
        return new JsonMapper().readTree(ran.out());
    }

    private CommandLine commands() {
        var installation = shell.installation();
        return new CommandLine(new RootCommand(installation));
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        var below = command.getSubcommands().values();
        return below.isEmpty() ? Stream.of(command) : below.stream().flatMap(ScriptAnswersTest::leaves);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
