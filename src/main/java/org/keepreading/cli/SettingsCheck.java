package org.keepreading.cli;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;

/**
 * Refuses a setting that nothing looks at, as it was mistyped, and a duration without its unit, which Spring takes for
 * milliseconds. Variables of the environment are let be: Kubernetes makes KEEPREADING_PORT of a service of that name.
 */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String OURS = "keepreading.";
    private static final Set<String> OF_SPRING = Set.of("spring.mail.", "server.");

    /** Those are read by servers that this program has not. */
    private static final Pattern OF_OTHER_SERVERS = Pattern.compile("server\\.(jetty|netty|undertow|reactive)\\..*");

    private static final Pattern DURATION = Pattern.compile("\\d+(ms|s|m|h|d)");
    private static final Pattern WITHOUT_UNIT = Pattern.compile("\\s*[+-]?0*[1-9]\\d*\\s*");

    private final KnownSettings ours = KnownSettings.ofOurs();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var mistakes = new LinkedHashSet<String>();
        settings.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .forEach(source -> unknown((EnumerablePropertySource<?>) source).forEach(mistakes::add));
        withoutUnit(settings).forEach(mistakes::add);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", mistakes));
        }
    }

    private Stream<String> unknown(EnumerablePropertySource<?> source) {
        return Stream.of(source.getPropertyNames())
                .filter(SettingsCheck::isLookedAt)
                .filter(name -> !ours.has(name))
                .flatMap(name -> unknown(name, source).stream());
    }

    private static boolean isLookedAt(String name) {
        return name.startsWith(OURS)
                || (OF_SPRING.stream().anyMatch(name::startsWith)
                        && !OF_OTHER_SERVERS.matcher(name).matches());
    }

    private Optional<String> unknown(String name, PropertySource<?> source) {
        var known = OF_SPRING.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(ours::withSprings)
                .orElse(ours);
        return known.has(name)
                ? Optional.empty()
                : Optional.of("%s%s is no setting of this program.%s"
                        .formatted(
                                place(source, name),
                                name,
                                known.nearest(name)
                                        .map(nearest -> " Did you mean " + nearest + "?")
                                        .orElse(" \"application.properties\" of the program explains each.")));
    }

    private Stream<String> withoutUnit(ConfigurableEnvironment settings) {
        return ours.defaults().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(OURS)
                        && DURATION.matcher(setting.getValue()).matches())
                .map(Map.Entry::getKey)
                .flatMap(name -> Optional.ofNullable(settings.getProperty(name)).stream()
                        .filter(value -> WITHOUT_UNIT.matcher(value).matches())
                        .map(value -> "Setting %s is \"%s\", and nobody knows of what. Write %2$ss, %2$sm or %2$sh."
                                .formatted(name, value.strip())));
    }

    /** Such as "/srv/news/config/application.properties, line 3: ", where it is in a file. */
    private static String place(PropertySource<?> source, String name) {
        if (!(OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin origin)) {
            return "";
        }
        var file = origin.getResource();
        var location = origin.getLocation();
        return file == null || location == null ? "" : "%s, line %d: ".formatted(file(file), location.getLine() + 1);
    }

    private static String file(Resource resource) {
        try {
            return resource.getFile().toString();
        } catch (IOException e) {
            return resource.getDescription();
        }
    }
}
