package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.ServerProcess;

/** A command that is told to end in the middle of its work. */
class InterruptedCommandTest {
    private static final long AT_WORK = 6_000_000;

    @TempDir
    private Path home;

    @Test
    void saysThatItWasStoppedAndNothingElse() throws IOException {
        Files.writeString(home.resolve("readers.csv"), readers());

        try (var command =
                ServerProcess.run(home, "subscribers", "import", "readers.csv", "--list", "daily", "--new-list")) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> written() > AT_WORK);
            command.terminate();

            assertThat(command.awaitExit()).isEqualTo(130);
            assertThat(command.output().lines().filter(line -> !line.contains("new database begins")))
                    .containsExactly(
                            "Stopped before the end. What is done stays done, and the same command again does the rest.");
        }
    }

    @Test
    void saysSoWhereItHasHardlyBegun() {
        try (var command = ServerProcess.run(home, "sources", "add", "harbour", "https://harbour.example/feed.xml")) {
            command.awaitOutput("new database begins");
            command.terminate();

            assertThat(command.awaitExit()).isEqualTo(130);
            assertThat(command.output().lines().skip(1)).allMatch(line -> line.startsWith("Stopped before the end."));
        }
    }

    private long written() throws IOException {
        var database = home.resolve("data/keepreading.mv.db");
        return Files.exists(database) ? Files.size(database) : 0;
    }

    private static String readers() {
        return IntStream.range(0, 150_000)
                .mapToObj(n -> "r" + n + "@harbour.example")
                .collect(Collectors.joining("\n", "email\n", "\n"));
    }
}
