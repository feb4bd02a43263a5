package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;

/** What stands in the log of the real server, for whoever runs it. */
class ServerLogTest {
    private static final String ITS_TIME_AND_THREAD = "^.*? : ";

    @TempDir
    private Path folder;

    private Shell shell = new Shell();

    @Test
    void saysWhichVersionIsUpWhereAndInWhichHomeAndNothingOfLibraries() {
        try (var server = serve(TestDatabase.H2.sharedUrl(), Map.of())) {
            server.awaitUp();
            server.terminate();

            assertThat(lines(server))
                    .satisfiesExactly(
                            up -> assertThat(up)
                                    .matches("Keep Reading 0\\.1\\.0 is up at http://localhost:\\d+, for readers at"
                                            + " https://news\\.harbour\\.example\\. Its home is /.*\\."),
                            end -> assertThat(end).isEqualTo("Keep Reading 0.1.0 has stopped."));
        }
    }

    @Test
    void tellsWhatCommandsDidToAnEditionALineEachAndByWhom() throws IOException {
        var url = TestDatabase.H2.sharedUrl();
        try (var relay = new FaultyRelay();
                var server = serve(url, relayOf(relay))) {
            relay.when(Stage.RCPT, line -> line.contains("grace@"), Fault.reply("450 4.2.1 Mailbox busy"));
            server.awaitUp();
            shell = Shell.on(url).with("spring.mail.host=localhost").with("spring.mail.port=" + relay.port());
            publishTheDaily();
            run("editions", "pause", "daily", "--reason", "a wrong headline");
            run("editions", "resume", "daily");
            run("editions", "cancel", "daily");
            server.awaitOutput("cancelled by");

            var told = lines(server).stream()
                    .filter(line -> line.startsWith("Edition"))
                    .toList();
            assertThat(told).hasSize(6);
            // the command tells that it queued, the server the others: whichever comes first
            assertThat(told.subList(0, 3))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).endsWith("Z: queued for 2 readers, by hand"),
                            line -> assertThat(line).endsWith("Z: begun"),
                            line -> assertThat(line)
                                    .contains(
                                            "Z: finished but for 1 deferred, who are tried again until they are through:"
                                                    + " 1 sent, 0 failed, 0 skipped in "));
            assertThat(told.subList(3, 6))
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("Z: paused by " + Person.here() + ": a wrong headline"),
                            line -> assertThat(line).endsWith("Z: resumed by " + Person.here()),
                            line -> assertThat(line).endsWith("Z: cancelled by " + Person.here()));
        }
    }

    private void publishTheDaily() throws IOException {
        run("newsletters", "apply", file("daily.yaml", Harbour.DAILY.replaceFirst("schedule:.*", "")));
        run(
                "subscribers",
                "import",
                file("readers.csv", "email\nada@example.org\ngrace@example.org\n"),
                "--list",
                "daily");
        run("import", file("teasers.json", """
                [{"guid": "quay", "section": "city", "headline": "The new quay opens", "url": "https://harbour.example/quay",
                  "publishedAt": "%s"}]""".formatted(Instant.now().minusSeconds(3600))));
        run("send", "daily", "--yes");
    }

    private void run(String... words) {
        var ran = shell.run(words);
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Map<String, String> relayOf(FaultyRelay relay) {
        return Map.of("spring.mail.host", "localhost", "spring.mail.port", Integer.toString(relay.port()));
    }

    private static ServerProcess serve(String url, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", TestDatabase.PASSWORD,
                "keepreading.public-url", "https://news.harbour.example",
                "keepreading.prometheus.port", "-1"));
        settings.putAll(more);
        return ServerProcess.serve(settings);
    }

    private static List<String> lines(ServerProcess server) {
        return server.output()
                .lines()
                .map(line -> line.replaceFirst(ITS_TIME_AND_THREAD, ""))
                .toList();
    }
}
