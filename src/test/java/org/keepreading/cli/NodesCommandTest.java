package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keepreading.node.Heartbeat;

/** What the processes on one database do, by command. */
class NodesCommandTest {
    private final Shell shell = new Shell("keepreading.node.name=quay-1");

    @Test
    void listsWhatIsAtWork() {
        try (var app = shell.installation().open().context()) {
            app.getBean(Heartbeat.class).during("send", () -> {
                assertThat(shell.run("nodes", "list").out())
                        .startsWith("quay-1                         send ")
                        .endsWith("0 in hand, 0.0 messages/s\n");
                assertThat(shell.run("nodes", "list", "--json").out())
                        .contains("\"name\" : \"quay-1\"")
                        .contains("\"silent\" : false");
            });
        }
    }

    @Test
    void saysWhatToDoWhereNothingIs() {
        assertThat(shell.run("nodes", "list").out())
                .isEqualTo("Nothing is at work on this database. Start a server with \"serve\".\n");
    }
}
