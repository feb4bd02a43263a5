package org.keepreading;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the program: which uses which, and that docs/architecture.md says so. */
class RoomsTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\| .+ \\| (.+) \\|");
    private static final String NONE = "–";

    @Test
    void useOnlyTheRoomsThatTheDesignAllows() {
        ApplicationModules.of(KeepReading.class).verify();
    }

    @Test
    void areDescribedAsTheyAre() throws IOException {
        var rooms = ApplicationModules.of(KeepReading.class).stream()
                .map(room -> room.getBasePackage().getName())
                .collect(toMap(name -> name.substring(name.lastIndexOf('.') + 1), RoomsTest::mayUse));

        assertThat(described()).isEqualTo(rooms);
    }

    @Test
    void haveTestsThatSayInASentenceWhatTheySpecify() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .containsPattern("(?m)\\*/\n(@.*\n|  .*\n|}.*\n)*(final |public )*class ");
            }
        }
    }

    @Test
    void holdNoTwoTypesOfOneName() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"));

            assertThat(names).doesNotHaveDuplicates();
        }
    }

    /** A rule of the design whose test was renamed would look held, and be held by nothing that a reader finds. */
    @Test
    void nameTestsThatThereAre() throws IOException {
        var named = Pattern.compile("`(\\w+Test)")
                .matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(match -> match.group(1) + ".java")
                .collect(toSet());
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var there = files.map(file -> file.getFileName().toString()).collect(toSet());

            assertThat(there).containsAll(named);
        }
    }

    private static Map<String, Set<String>> described() throws IOException {
        return Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .collect(toMap(row -> row.group(1), row -> rooms(row.group(2))));
    }

    private static Set<String> rooms(String words) {
        return words.equals(NONE)
                ? Set.of()
                : Pattern.compile(", ").splitAsStream(words).collect(toSet());
    }

    private static Set<String> mayUse(String room) {
        try {
            var rules = Class.forName(room + ".package-info").getAnnotation(ApplicationModule.class);
            return Arrays.stream(rules.allowedDependencies())
                    .map(name -> name.replaceFirst(" .*", ""))
                    .collect(toSet());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(room + " says nowhere what it may use.", e);
        }
    }
}
