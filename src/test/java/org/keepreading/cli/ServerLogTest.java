package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;

/** What stands in the log of the real server, for whoever runs it. */
class ServerLogTest {
    private static final String ITS_TIME_AND_THREAD = "^.*? : ";

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
