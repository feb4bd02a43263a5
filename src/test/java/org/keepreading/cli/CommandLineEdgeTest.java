package org.keepreading.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keepreading.KeepReading;
import org.keepreading.testing.TestDatabase;

class CommandLineEdgeTest {

    @Test
    void leavesNoAnswerInABuffer() {
        var out = new ByteArrayOutputStream();
        var settings = List.of(
                "spring.datasource.url=" + TestDatabase.H2.freshUrl(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=");
        var edge = new CommandLineEdge(
                KeepReading.class,
                settings,
                new PrintWriter(out, true, UTF_8),
                new PrintWriter(new ByteArrayOutputStream(), true, UTF_8));

        edge.run("import", "src/test/resources/feeds/well-formed.xml");

        assertThat(out.toString(UTF_8)).startsWith("3 new, 0 updated, 0 unchanged, 0 refused");
    }
}
