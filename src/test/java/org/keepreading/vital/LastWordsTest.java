package org.keepreading.vital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.Doom;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;

/** A process that can't work any more ends, with a sentence. */
class LastWordsTest {
    private static final String ACCEPTOR = "http-nio-auto-1-Acceptor";
    private static final int AS_EXIT_ON_OUT_OF_MEMORY_ERROR = 3;

    /** Those that the scheduler, the senders, and the others' view of this node depend on. */
    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "sender-", "keepreading_Worker"})
    void endTheProcessWhicheverOfItsThreadsMeetsAnError(String thread) {
        try (var server = ServerProcess.serve(runningOutOfMemoryIn(thread))) {
            assertThat(server.awaitStatus()).isEqualTo(AS_EXIT_ON_OUT_OF_MEMORY_ERROR);

            assertThatItSaysWhyAndWhatToDo(server, thread);
        }
    }

    @Test
    void endTheProcessWhereNobodyHearsItsCallersAnyMore() throws IOException {
        try (var server = ServerProcess.serve(runningOutOfMemoryIn(ACCEPTOR))) {
            knock(server.port());

            assertThat(server.awaitStatus()).isEqualTo(AS_EXIT_ON_OUT_OF_MEMORY_ERROR);

            assertThatItSaysWhyAndWhatToDo(server, ACCEPTOR);
        }
    }

    private static void assertThatItSaysWhyAndWhatToDo(ServerProcess server, String thread) {
        assertThat(server.output())
                .contains("Keep Reading ends, as an Error has ended one of its threads")
                .contains("Start it again, unless systemd does")
                .contains("Thread " + thread)
                .contains("java.lang.OutOfMemoryError: Java heap space");
    }

    private static Map<String, String> runningOutOfMemoryIn(String thread) {
        return Map.of(
                "spring.main.sources",
                Doom.class.getName(),
                "doom",
                thread,
                "spring.datasource.url",
                TestDatabase.H2.sharedUrl(),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                TestDatabase.PASSWORD,
                "keepreading.node.heartbeat",
                "1s");
    }

    private static void knock(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
