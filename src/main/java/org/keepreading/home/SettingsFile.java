package org.keepreading.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of settings, as Spring knows them by their names. */
record SettingsFile(Path path) {
    private static final Pattern NAME = Pattern.compile("application(-[^/]+)?\\.(properties|ya?ml)");
    private static final Properties DEFAULTS = defaults();

    static boolean isNamedSo(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches() && Files.isRegularFile(path);
    }

    /** Whether the program has this value where nobody sets another. */
    static boolean isDefault(String name, String value) {
        return value.equals(DEFAULTS.get(name));
    }

    /** Whether anything in it differs from what holds without it; whatever is not of the usual kind does. */
    boolean saysAnything() {
        return !path.toString().endsWith(".properties")
                || properties().entrySet().stream()
                        .anyMatch(setting -> !setting.getValue().equals(DEFAULTS.get(setting.getKey())));
    }

    private Properties properties() {
        try (var bytes = Files.newInputStream(path)) {
            return read(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("The settings " + path + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static Properties defaults() {
        try (var bytes = SettingsFile.class.getResourceAsStream("/application.properties")) {
            return read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(@Nullable InputStream bytes) throws IOException {
        var properties = new Properties();
        if (bytes != null) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
