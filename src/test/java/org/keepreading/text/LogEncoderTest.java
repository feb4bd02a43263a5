package org.keepreading.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing from outside forges a line of the log. */
class LogEncoderTest {
    private static final String FORGED = "Ferry\r\n2026-03-02 ERROR all is lost\u001b[2J\u202E";
    private static final String SHOWN = "Ferry 2026-03-02 ERROR all is lost[2J";

    private final LoggerContext context = new LoggerContext();
    private final LogEncoder encoder = new LogEncoder();

    LogEncoderTest() {
        encoder.setContext(context);
        encoder.setPattern("%level %m%n%ex");
        encoder.start();
    }

    @Test
    void keepsMessagesAndArgumentsOnTheirLine() {
        assertThat(encoded(FORGED, null)).containsExactly("WARN " + SHOWN);
        assertThat(encoded("Source {}: kept.", null, FORGED)).containsExactly("WARN Source " + SHOWN + ": kept.");
    }

    @Test
    void keepsWhatAnExceptionAndItsCausesSayOnTheirLines() {
        var cause = new IOException(FORGED);
        var problem = new IllegalStateException("over " + FORGED, cause);
        problem.addSuppressed(new IOException("beside " + FORGED));

        assertThat(encoded("broke", problem))
                .contains(
                        "java.lang.IllegalStateException: over " + SHOWN,
                        "\tSuppressed: java.io.IOException: beside " + SHOWN)
                .anyMatch(line -> line.equals("Caused by: java.io.IOException: " + SHOWN))
                .noneMatch(line -> line.startsWith("2026"));
    }

    @Test
    void writesTheProgramsLog() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/logback-spring.xml")))
                .contains("<encoder class=\"org.keepreading.text.LogEncoder\">")
                .doesNotContain("<encoder>");
    }

    private Iterable<String> encoded(String message, @Nullable Throwable problem, Object... values) {
        var event = new LoggingEvent("", context.getLogger(LogEncoderTest.class), Level.WARN, message, problem, values);
        return new String(encoder.encode(event), UTF_8).lines().toList();
    }
}
