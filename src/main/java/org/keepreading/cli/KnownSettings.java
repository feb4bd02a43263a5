package org.keepreading.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keepreading.newsletter.Closest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that this program or Spring looks at: ours stand in the program's own file, each with its default, and Spring's
 * in the descriptions that its jars bring for editors.
 */
final class KnownSettings {
    private static final Pattern SETTING =
            Pattern.compile("(?m)^(?:# )?((?:keepreading|spring|server)\\.[\\w.-]+)=(.*)$");
    private static final Pattern RELAY =
            Pattern.compile("^keepreading\\.relay(?:\\.?\\[[^\\]]+\\]|\\.[^.\\[]+)\\.(.+)$");
    private static final String NAMED_RELAY = "keepreading.relay.NAME.";
    private static final String OF_SPRING = "META-INF/spring-configuration-metadata.json";

    /** What nobody but {@code --home} and KEEPREADING_HOME sets, and settings refer to. */
    private static final String HOME = "keepreading.home";

    private final Map<String, String> defaults;
    private final List<String> families;
    private final Set<String> plain;

    /**
     * @param defaults by name; a name of the user's own is NAME
     * @param families what is open at its end, such as {@code spring.mail.properties}
     */
    private KnownSettings(Map<String, String> defaults, List<String> families) {
        this.defaults = defaults;
        this.families = families;
        this.plain = defaults.keySet().stream().map(KnownSettings::plain).collect(Collectors.toSet());
    }

    static KnownSettings ofOurs() {
        var defaults = new TreeMap<String, String>(Map.of(HOME, ""));
        SETTING.matcher(programsOwn()).results().forEach(found -> defaults.put(found.group(1), found.group(2)));
        return new KnownSettings(defaults, List.of(NAMED_RELAY + "properties", "spring.mail.properties"));
    }

    /** With all of Spring's that begin so. */
    KnownSettings withSprings(String prefix) {
        var all = new TreeMap<>(defaults);
        var open = new ArrayList<>(families);
        descriptions()
                .filter(setting -> setting.path("name").asString("").startsWith(prefix))
                .forEach(setting -> {
                    all.putIfAbsent(setting.path("name").asString(), "");
                    if (setting.path("type").asString("").startsWith("java.util.Map")) {
                        open.add(setting.path("name").asString());
                    }
                });
        return new KnownSettings(all, List.copyOf(open));
    }

    /** By name; empty where the program's own file has none. */
    Map<String, String> defaults() {
        return defaults;
    }

    boolean has(String setting) {
        var name = plain(setting);
        return plain.contains(name)
                || families.stream().map(KnownSettings::plain).anyMatch(family -> isWithin(family, name));
    }

    private static boolean isWithin(String family, String name) {
        return name.startsWith(family + ".") || name.startsWith(family + "[");
    }

    Optional<String> nearest(String setting) {
        return Closest.to(unnamed(setting), defaults.keySet());
    }

    /** However Spring lets one write it: firstRetry, first_retry, and each of a list by its number. */
    private static String plain(String setting) {
        return unnamed(setting)
                .replaceAll("\\[\\d+\\]$", "")
                .replaceAll("[-_]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String unnamed(String setting) {
        return RELAY.matcher(setting).replaceFirst(NAMED_RELAY + "$1");
    }

    private static String programsOwn() {
        try (var bytes = KnownSettings.class.getResourceAsStream("/application.properties")) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> descriptions() {
        try {
            var mapper = new JsonMapper();
            return Collections.list(KnownSettings.class.getClassLoader().getResources(OF_SPRING)).stream()
                    .map(file -> mapper.readTree(bytes(file)).path("properties"))
                    .flatMap(properties -> properties.valueStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(URL file) {
        try (var stream = file.openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
