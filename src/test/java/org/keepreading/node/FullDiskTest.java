package org.keepreading.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.SmallDisk;
import org.keepreading.testing.TestDatabase;

/** What the real server does on a disk that is full for a moment. */
class FullDiskTest {
    private static final int MEGABYTES = 8;
    private static final int FAILED = 1;
    private static final int START_ME_AGAIN = 3;
    private static final int WHILE_THERE_IS_ROOM = 20;
    private static final int A_PAGE_OF_LOG = 250;

    @Test
    void endsWithASentenceAndAfterRoomIsMadeHasAllThatWasAcknowledged() throws SQLException, IOException {
        try (var disk = SmallDisk.of(MEGABYTES)) {
            var url = "jdbc:h2:async:" + disk.folder().resolve("data/keepreading") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
            int acknowledged;
            try (var server = serve(url)) {
                server.awaitUp();
                acknowledged = writeUntilTheDiskIsFull(url, disk);

                assertThat(server.awaitExit()).as(server.output()).isEqualTo(START_ME_AGAIN);
                assertThat(server.output())
                        .contains("can't be used by this process any more: it ends. Make room and start it again")
                        .satisfies(output -> assertThat(output.lines()).hasSizeLessThan(A_PAGE_OF_LOG));
                assertThat(disk.folder().resolve("data/keepreading.trace.db")).doesNotExist();
            }
            try (var server = serve(url)) {
                assertThat(server.awaitExit()).isEqualTo(FAILED);
                assertThat(server.output()).contains("The disk is full: make room, then start this again.");
            }
            disk.makeRoom();

            try (var server = serve(url)) {
                server.awaitUp();
                assertThat(acknowledged).isGreaterThanOrEqualTo(WHILE_THERE_IS_ROOM);
                assertThat(rows(url)).isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    @Test
    void isAliveNoMoreFromThenUntilItEnds() throws Exception {
        try (var disk = SmallDisk.of(MEGABYTES)) {
            var url = "jdbc:h2:async:" + disk.folder().resolve("data/keepreading") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
            try (var server = serve(url, "1h")) {
                server.awaitUp();
                assertThat(liveness(server)).isEqualTo(200);

                writeUntilTheDiskIsFull(url, disk);

                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> liveness(server) == 503);
            }
        }
    }

    private static int liveness(ServerProcess server) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + server.port() + "/actuator/health/liveness");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ServerProcess serve(String url) {
        return serve(url, "1s");
    }

    private static ServerProcess serve(String url, String heartbeat) {
        return ServerProcess.serve(Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                TestDatabase.PASSWORD,
                "keepreading.node.heartbeat",
                heartbeat));
    }

    /** @return how many rows the server said it had */
    private static int writeUntilTheDiskIsFull(String url, SmallDisk disk) throws SQLException {
        var acknowledged = new AtomicInteger();
        assertThatThrownBy(() -> write(url, disk, acknowledged)).isInstanceOf(SQLException.class);
        return acknowledged.get();
    }

    private static void write(String url, SmallDisk disk, AtomicInteger acknowledged) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("create table written (id identity, letter varchar)");
            while (true) {
                statement.execute("insert into written (letter) values (random_uuid() || repeat('x', 9000))");
                if (acknowledged.incrementAndGet() >= WHILE_THERE_IS_ROOM) {
                    disk.fill(); // what H2 gave back as well
                }
            }
        }
    }

    private static int rows(String url) throws SQLException {
        try (var connection = connect(url);
                var row = connection.createStatement().executeQuery("select count(*) from written")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", TestDatabase.PASSWORD);
    }
}
