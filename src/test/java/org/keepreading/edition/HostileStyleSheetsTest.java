package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Style sheets that were made to fill the memory or to take for ever. */
class HostileStyleSheetsTest {

    @ParameterizedTest
    @MethodSource("sheets")
    @Timeout(20)
    void areRefusedInASentence(String css) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> StyleSheet.parse(Map.of("style.css", css), Map.of()))
                .withMessageStartingWith("style.css");
    }

    private static Stream<String> sheets() {
        return Stream.of(
                ":root{--".repeat(12_000),
                "/* ".repeat(100_000),
                "@media all{".repeat(5_000) + "}".repeat(5_000),
                "p{width:" + "calc(".repeat(15_000) + ")".repeat(15_000) + "}",
                "p { color: var(--a0) } :root {"
                        + IntStream.range(0, 5)
                                .mapToObj(n -> "--a%d: %s;"
                                        .formatted(
                                                n,
                                                "var(--a%d) ".formatted(n + 1).repeat(30)))
                                .collect(Collectors.joining())
                        + "--a5: red; }");
    }
}
