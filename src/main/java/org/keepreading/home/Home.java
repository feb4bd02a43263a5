package org.keepreading.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An installation's folder: it holds {@code data/}, {@code templates/} and {@code config/application.properties}.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    /** What relative paths in an address or a setting lead to, for whoever writes one. */
    static final String SETTING = "keepreading.home";

    public Home {
        folder = folder.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The home " + folder + " is a file. Name a folder.");
        }
    }

    /** The working folder, unless KEEPREADING_HOME names another. */
    public static Home named(Map<String, String> environment) {
        var folder = environment.getOrDefault("KEEPREADING_HOME", "");
        if (folder.isBlank() && !folder.isEmpty()) {
            throw new IllegalArgumentException(
                    "KEEPREADING_HOME holds blanks alone. Put the installation's folder into it, or unset it.");
        }
        return new Home(Path.of(folder));
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Where Spring finds the settings: its own two places, of this folder. */
    public Map<String, Object> settingsLocations() {
        var files = "optional:%1$s;optional:%1$sconfig/;optional:%1$sconfig/*/".formatted(address());
        var locations = new LinkedHashMap<String, Object>();
        locations.put("spring.config.location[0]", "optional:classpath:/;optional:classpath:/config/");
        locations.put("spring.config.location[1]", files);
        return locations;
    }

    /** Whether somebody has set anything here. A file that says what holds anyway is none: the program's own is such a one. */
    boolean hasSettings() {
        return settingsFiles().stream().anyMatch(file -> new SettingsFile(file).saysAnything());
    }

    /** The files of settings that hold a secret, and that everybody on this machine can read. */
    public List<Path> openSecrets() {
        return settingsFiles().stream()
                .filter(file -> new SettingsFile(file).holdsSecret() && OwnersOnly.isOpenToAll(file))
                .toList();
    }

    /** The files that settings are read from, whether they say anything or not. */
    List<Path> settingsFiles() {
        var config = folder.resolve("config");
        return Stream.of(Stream.of(folder, config), children(config).filter(Files::isDirectory))
                .flatMap(folders -> folders)
                .flatMap(Home::children)
                .filter(SettingsFile::isNamedSo)
                .toList();
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalArgumentException("The folder " + folder + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    /** As a URL, for names with blanks and the like; what Spring's notation means otherwise is written as a code. */
    private String address() {
        var address = folder.toUri().toString().replace(";", "%3B").replace("*", "%2A");
        return address.endsWith("/") ? address : address + "/";
    }
}
