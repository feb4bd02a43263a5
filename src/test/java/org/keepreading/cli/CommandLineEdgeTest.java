package org.keepreading.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.KeepReading;
import org.keepreading.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What a command answers to wrong use and wrong settings: a sentence, and a status. */
class CommandLineEdgeTest {

    @Test
    void leavesNoAnswerInABuffer() {
        var out = new ByteArrayOutputStream();
        var settings = List.of(
                "spring.datasource.url=" + TestDatabase.H2.freshUrl(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=" + TestDatabase.PASSWORD);
        var edge = new CommandLineEdge(
                KeepReading.class,
                settings,
                new PrintWriter(out, true, UTF_8),
                new PrintWriter(new ByteArrayOutputStream(), true, UTF_8));

        edge.run("import", "src/test/resources/feeds/well-formed.xml");

        assertThat(out.toString(UTF_8)).startsWith("3 new, 0 updated, 0 unchanged, 0 refused");
    }

    @Test
    void letsNoWordsCommandTheTerminal() {
        var shell = new Shell();
        var forged = "\u001b[2J\r\nDone.\u202E";

        var answers = List.of(
                shell.run(forged),
                shell.run("editions", "show", forged),
                shell.run("teasers", "list", "--section", forged),
                shell.run("import", forged));

        assertThat(answers)
                .allSatisfy(ran ->
                        assertThat(ran.err().strip()).isNotEmpty().doesNotContain("\u001b", "\r", "\u202E", "\nDone."));
    }

    @Test
    void showsPeopleNothingHiddenAndGivesItToPrograms(@TempDir Path folder) throws IOException {
        var shell = new Shell();
        var guid = "ferry\u202Egnp.exe\u200B";
        var teasers = """
                [{"guid": "%s", "section": "city", "headline": "The ferry stops", "url": "https://harbour.example/1",
                  "publishedAt": "2026-03-02T07:00:00Z"}]""".formatted(guid);
        shell.run(
                "import",
                Files.writeString(folder.resolve("teasers.json"), teasers).toString());

        assertThat(shell.run("teasers", "show", "1").out()).contains("guid ferrygnp.exe\n");
        var json = shell.run("teasers", "list", "--json").out();
        assertThat(json).contains("ferry\\u202egnp.exe\\u200b");
        assertThat(new JsonMapper().readTree(json).get(0).get("guid").asString())
                .isEqualTo(guid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keepreading.delivery.rate=20 per second | Setting keepreading.delivery.rate can't be read: \"20\" is no rate. Write 20/s",
                "keepreading.delivery.envelope-sender=josé@harbour.example | Setting keepreading.delivery.envelope-sender can't be read: \"josé@harbour.example\" is not plain ASCII before the @",
                "keepreading.delivery.lease=long | Setting keepreading.delivery.lease can't be read: \"long\" is no duration. Write such as 30s, 5m or 1h.",
                "keepreading.delivery.connections=many | Setting keepreading.delivery.connections can't be read: \"many\" is no number that it could be. Write digits alone, such as 4.",
                "keepreading.delivery.connections=99999999999 | Setting keepreading.delivery.connections can't be read: \"99999999999\" is no number",
                "keepreading.delivery.auto-startup=perhaps | Setting keepreading.delivery.auto-startup can't be read: \"perhaps\" is neither true nor false.",
                "keepreading.edition.html-limit=big | Setting keepreading.edition.html-limit can't be read: \"big\" is no size. Write such as 512KB or 10MB.",
                "keepreading.delivery.connections=0 | Setting keepreading.delivery.connections must be greater than or equal to 1.",
                "keepreading.relay.new.warm-up=soon | Setting keepreading.relay.new.warm-up can't be read: \"soon\" is no plan",
                "keepreading.delivery.lease=5 | Setting keepreading.delivery.lease is \"5\", and nobody knows of what. Write 5s, 5m or 5h.",
                "keepreading.delivery.poool=1s | keepreading.delivery.poool is no setting of this program. Did you mean keepreading.delivery.poll?",
                "keepreading.relay.new.hots=mail.harbour.example | keepreading.relay.new.hots is no setting of this program. Did you mean keepreading.relay.NAME.host?",
                "spring.mail.hots=mail.harbour.example | spring.mail.hots is no setting of this program. Did you mean spring.mail.host?",
                "server.prot=80 | server.prot is no setting of this program. Did you mean server.port?",
                "spring.mail.port=smtp | Setting spring.mail.port can't be read: \"smtp\" is no number"
            })
    void saysWhichSettingIsWrongAndNothingElse(String setting, String sentence) {
        var ran = new Shell(setting).run("newsletters", "list");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).startsWith(sentence).doesNotContain("\tat ");
    }

    @Test
    void letsBeWhatSpringOrAUserNames() {
        var shell = new Shell(
                "spring.mail.properties.mail.smtp.ehlo=false",
                "spring.mail.test-connection=false",
                "spring.mail.ssl.enabled=false",
                "server.servlet.session.timeout=5",
                "server.jetty.threads.max=8",
                "server.ssl.enabledProtocols[0]=TLSv1.3",
                "keepreading.delivery.firstRetry=1m",
                "keepreading.source.allowed-private-hosts[0]=cms.harbour.example",
                "keepreading.relay.main.host=mail.harbour.example",
                "keepreading.relay.main.properties.mail.smtp.timeout=60000",
                "keepreading.relay[of.ours].ssl-bundle=",
                "keepreading.relay.main.newsletters[0]=daily",
                "harbour.of=ours");

        var ran = shell.run("newsletters", "list");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
    }

    @Test
    void saysThatTheDatabaseCanNotBeUsed() {
        var ran = Shell.on("jdbc:postgresql://localhost:1/x").run("newsletters", "list");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("The database can't be used: Connection to localhost:1 refused.")
                .doesNotContain("\tat ");
    }
}
