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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code application.properties} is a promise: every setting of ours stands in it, with the default that the code has. */
class SettingsTest {

    @Test
    void standInTheFileWithTheirDefaults() throws IOException {
        var inTheCode = new TreeMap<String, String>();
        records()
                .forEach(type -> Arrays.stream(type.getRecordComponents())
                        .forEach(setting -> inTheCode.put(name(type, setting), defaultOf(type, setting))));

        assertThat(ofOurs(file())).isEqualTo(inTheCode);
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

    private static String name(Class<?> type, RecordComponent setting) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return prefix + "." + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
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
