package org.keepreading.home;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** A file of settings, as Spring knows them by their names. */
record SettingsFile(Path path) {
    private static final Pattern NAME = Pattern.compile("application(-[^/]+)?\\.(properties|ya?ml)");
    private static final Pattern SECRET = Pattern.compile(
            "(?im)^\\s*[^#\\s]*(password|passphrase|secret|token|private-key|webhook|pings)\\S*\\s*[:=]\\s*\\S.*$");
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

    /** Whether it sets a password or the like, in any of its kinds. */
    boolean holdsSecret() {
        return SECRET.matcher(text()).find();
    }

    private Properties properties() {
        try {
            return read(new StringReader(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("The settings " + path + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static Properties defaults() {
        try (var bytes = SettingsFile.class.getResourceAsStream("/application.properties")) {
            return read(new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Reader text) throws IOException {
        var properties = new Properties();
        properties.load(text);
        return properties;
    }
}
