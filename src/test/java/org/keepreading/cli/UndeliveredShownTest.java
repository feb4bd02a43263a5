package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import tools.jackson.databind.json.JsonMapper;

/** Who has not got an edition, and why, as {@code editions show} says it. */
class UndeliveredShownTest {
    private static final int READERS = 60;

    @TempDir
    private Path folder;

    private final FaultyRelay relay = new FaultyRelay();
    private final Shell shell = new Shell(
            "spring.mail.host=localhost",
            "spring.mail.port=" + relay.port(),
            "keepreading.delivery.stop-at-refused-percent=0");

    /** Of sixty readers two are deferred, and 22 are gone. */
    @BeforeEach
    void sendTheDaily() throws IOException {
        relay.when(Stage.RCPT, line -> line.contains("busy"), Fault.reply("450 4.2.1 Mailbox busy"));
        relay.when(Stage.RCPT, line -> line.contains("gone"), Fault.reply("550 5.1.1 No such user"));
        run("newsletters", "apply", file("daily.yaml", Harbour.DAILY));
        run("subscribers", "import", file("readers.csv", readers()), "--list", "daily");
        run("import", file("teasers.json", """
                [{"guid": "quay", "section": "city", "headline": "The new quay opens", "url": "https://harbour.example/quay",
                  "publishedAt": "%s"}]""".formatted(Instant.now().minusSeconds(3600))));
        run("send", "daily", "--yes");
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void namesTheFirstTwentyAndTheReasonsOnATerminal() {
        var shown = run("editions", "show", "daily");

        assertThat(shown)
                .contains("  deliveries 36 sent, 2 deferred, 22 failed, 0 skipped, 2 left\n")
                .containsPattern("  deferred   2 for \"450 4\\.2\\.1 Mailbox busy\", next try \\d{4}-.* WE?S?T\n")
                .containsPattern(
                        "  failed     22 of class 5\\.1\n {13}gone01@example\\.org: 550 5\\.1\\.1 No such user\n")
                .contains("             gone20@example.org: 550 5.1.1 No such user\n")
                .doesNotContain("gone21@")
                .containsPattern("             2 more: \"editions show \\d+ --json\" has all\n");
    }

    @Test
    void namesAllForAScript() {
        var answer = new JsonMapper().readTree(run("editions", "show", "daily", "--json"));

        assertThat(answer.get("failures")).hasSize(22);
        var last = answer.get("failures").get(21);
        assertThat(last.get("address").asString()).isEqualTo("gone22@example.org");
        assertThat(last.get("reason").asString()).isEqualTo("550 5.1.1 No such user");
        assertThat(last.get("at").asString()).endsWith("Z");
        assertThat(answer.get("deferrals")).hasSize(1);
        var deferral = answer.get("deferrals").get(0);
        assertThat(deferral.get("reason").asString()).isEqualTo("450 4.2.1 Mailbox busy");
        assertThat(deferral.get("readers").asLong()).isEqualTo(2);
        assertThat(Instant.parse(deferral.get("nextTry").asString())).isAfter(Instant.now());
    }

    @Test
    void saysNoNextTryOfAnEditionThatIsPaused() {
        run("editions", "pause", "daily");

        assertThat(run("editions", "show", "daily")).contains("  deferred   2 for \"450 4.2.1 Mailbox busy\"\n");
    }

    private static String readers() {
        return IntStream.rangeClosed(1, READERS)
                .mapToObj(number -> name(number) + "@example.org")
                .collect(Collectors.joining("\n", "email\n", "\n"));
    }

    private static String name(int number) {
        return (number <= 22 ? "gone%02d" : number <= 24 ? "busy%d" : "reader%d").formatted(number);
    }

    private String run(String... words) {
        var ran = shell.run(words);
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.out();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
