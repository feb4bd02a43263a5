package org.keepreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code application.properties} is a promise: every setting of ours stands in it, with the default that the code has. */
class SettingsTest {

    @Test
    void standInTheFileWithTheirDefaults() throws IOException {
        var inTheCode = new TreeMap<String, String>();
        records()
                .forEach(type -> Arrays.stream(type.getRecordComponents())
                        .filter(setting -> !isNamed(setting))
                        .forEach(setting -> inTheCode.put(name(type, setting), defaultOf(type, setting))));

        assertThat(ofOurs(file())).isEqualTo(inTheCode);
    }

    @Test
    void ofWhatHasNamesStandThereAsExamples() throws IOException {
        var examples = new TreeMap<String, String>();
        Files.readAllLines(Path.of("application.properties")).stream()
                .filter(line -> line.startsWith("# keepreading.") && line.contains(".NAME."))
                .map(line -> line.substring("# ".length()).split("=", 2))
                .forEach(setting -> examples.put(setting[0], setting[1]));

        var inTheCode = new TreeMap<String, String>();
        records()
                .forEach(type -> named(type)
                        .forEach((prefix, rules) -> Arrays.stream(rules.getRecordComponents())
                                .forEach(
                                        setting -> inTheCode.put(prefix + kebab(setting), defaultOf(rules, setting)))));
        assertThat(examples).isNotEmpty().isEqualTo(inTheCode);
    }

    /** What somebody writes into the one that explains them stays out of the jar. */
    @Test
    void areInTheJarFromAFileOfItsOwn() {
        assertThat(Path.of("src/main/resources/application.properties"))
                .as("copy application.properties there: the jar's is not packed from it")
                .hasSameTextualContentAs(Path.of("application.properties"));
    }

    @Test
    void areEachExplained() throws IOException {
        var lines = Files.readAllLines(Path.of("application.properties"));

        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                assertThat(lines.get(i + 1)).as("line %d begins a group", i + 2).startsWith("# ");
            }
        }
    }

    private static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.keepreading").stream()
                .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .filter(Class::isRecord)
                .map(type -> (Class<?>) type);
    }

    /** Records that have a name of the user's each, by what their settings begin with. */
    private static Map<String, Class<?>> named(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(SettingsTest::isNamed)
                .collect(Collectors.toMap(
                        setting -> name(type, setting) + ".NAME.",
                        setting -> ResolvableType.forType(setting.getGenericType())
                                .getGeneric(1)
                                .toClass()));
    }

    private static boolean isNamed(RecordComponent setting) {
        return setting.getType() == Map.class
                && ResolvableType.forType(setting.getGenericType())
                        .getGeneric(1)
                        .toClass()
                        .isRecord();
    }

    private static String kebab(RecordComponent setting) {
        return setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String name(Class<?> type, RecordComponent setting) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return prefix + "." + kebab(setting);
    }

    private static String defaultOf(Class<?> type, RecordComponent setting) {
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.getName().equals(setting.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .map(value -> value == null ? "" : String.join(",", value.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Properties file() throws IOException {
        var file = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("application.properties"))) {
            file.load(reader);
        }
        return file;
    }

    private static Map<String, String> ofOurs(Properties file) {
        var ours = new TreeMap<String, String>();
        file.stringPropertyNames().stream()
                .filter(name -> name.startsWith("keepreading."))
                .forEach(name -> ours.put(name, file.getProperty(name)));
        return ours;
    }
}
