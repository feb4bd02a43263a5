package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.Harbour;

/** Instants are shown as a clock does, and written for scripts to the second: nobody reads nanoseconds. */
class TimesTest {
    private static final String UNDATED = """
            [{"guid": "ferry", "section": "city", "headline": "The ferry stops", "url": "https://harbour.example/ferry"}]""";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @BeforeEach
    void letEveryInstantBeOfNow() throws IOException {
        shell.run("import", file("undated.json", UNDATED), "--source", "desk");
        shell.run("sources", "add", "desk", "http://10.0.0.1/rss.xml");
        shell.run("sources", "fetch");
        shell.run("newsletters", "apply", file("daily.yaml", Harbour.DAILY));
        shell.run("newsletters", "pause", "daily");
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily");
        shell.run("keys", "create", "harbour.example", "--selector", "spring", "--rsa-only");
        shell.run("keys", "use", "harbour.example", "spring", "--force");
        shell.run("keys", "stop", "harbour.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "teasers list",
                "teasers show 1",
                "sources list",
                "newsletters list",
                "newsletters show daily",
                "subscribers show ada@example.org",
                "keys list"
            })
    void haveNoFractionsOfASecond(String command) {
        var shown = shell.run(command.split(" ")).out();
        var answered = shell.run((command + " --json").split(" ")).out();

        assertThat(shown)
                .containsPattern("[0-9] [0-9]{2}:[0-9]{2} (UTC|WET)")
                .doesNotContainPattern(":[0-9]{2}\\.[0-9]");
        assertThat(answered)
                .containsPattern("T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\"")
                .doesNotContainPattern(":[0-9]{2}\\.[0-9]");
    }

    @Test
    void haveNoneWhereAKeyMayNotGoYet() {
        assertThat(shell.run("keys", "remove", "harbour.example", "spring").err())
                .containsPattern("Remove it after [0-9-]{10} [0-9]{2}:[0-9]{2} UTC\\.");
    }

    @Test
    void areTheSameAfterAnExportAndAnImport() {
        var file = folder.resolve("teasers.json").toString();
        shell.run("teasers", "export", "--out", file);

        assertThat(shell.run("import", file, "--source", "desk").out()).startsWith("0 new, 0 updated, 1 unchanged");
        assertThat(shell.run("teasers", "export").out()).doesNotContainPattern(":[0-9]{2}\\.[0-9]");
    }

    @Test
    void areWrittenForScriptsAsIso8601() {
        var answer = Map.of("at", Instant.parse("2026-03-02T07:00:00.123456789Z"));

        assertThat(Json.of(answer).toString()).isEqualToIgnoringNewLines("{\n  \"at\" : \"2026-03-02T07:00:00Z\"\n}");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
