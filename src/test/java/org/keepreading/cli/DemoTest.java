package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.ServerProcess;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The demo, as somebody who has just cloned the project starts it. */
class DemoTest {

    @TempDir
    private Path folder;

    @Test
    void showsItsOwnLinesAloneAtThePortThatIsSetAndLeavesTheHomeAlone() throws IOException {
        var port = Integer.toString(freePort());
        try (var relay = new FaultyRelay()) {
            Files.createDirectory(folder.resolve("config"));
            Files.writeString(folder.resolve("config/application.properties"), """
                    keepreading.relay.own.host=localhost
                    keepreading.relay.own.port=%d
                    server.port=1
                    """.formatted(relay.port()));
            try (var demo = ServerProcess.demo(folder, Map.of("SERVER_PORT", port))) {
                demo.awaitOutput("Ctrl+C ends the demo.");

                assertThat(demo.output().lines().filter(line -> !line.isBlank()))
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith("  This is the demo of Keep Reading: a made-up newsroom, 12"),
                                line -> assertThat(line).endsWith("the mail catcher caught it. Read it at"),
                                line -> assertThat(line).isEqualTo("      http://localhost:" + port + "/demo"),
                                line -> assertThat(line).startsWith("  There you also find how to go from here"));
                demo.terminate();
            }
            assertThat(relay.taken()).isEmpty();
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void takesAnotherPortWhereItsOwnIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(portOf(new DemoSettings(new Port(taken.getLocalPort())), Map.of()))
                    .isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void prefersThePortOfTheCommandLine() throws IOException {
        var wanted = freePort();

        assertThat(portOf(new DemoSettings(new Port(wanted)), Map.of("server.port", freePort())))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.port | many | \"many\" is no port. Write a number from 1 to 65535, such as 8080.",
                "keepreading.relay.own.host | mail.harbour.example | The demo mails nobody, and relay \"own\" is set outside its home."
            })
    void saysWhichSettingIsInItsWay(String name, String value, String sentence) {
        assertThatThrownBy(() -> portOf(new DemoSettings(null), Map.of(name, value)))
                .hasMessageStartingWith(sentence);
    }

    @Test
    void endsWhereItWasToldToBeforeItHadBegunToWait() {
        var context = new GenericApplicationContext();
        context.refresh();
        context.close();

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new Running(context).awaitEnd());
    }

    private static int portOf(DemoSettings demo, Map<String, Object> settings) {
        var context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("set", settings));
        demo.initialize(context);
        return context.getEnvironment().getRequiredProperty("server.port", Integer.class);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
