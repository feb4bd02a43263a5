package org.keepreading.relay;

import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes relays of the settings: the relay of spring.mail, and those of keepreading.relay. */
@Configuration
class RelaySetup {
    private final RelayLimits limits;
    private final RelayUse use;
    private final RelayMeters meters;
    private final Waiting waiting;
    private final Clock clock;

    RelaySetup(RelayLimits limits, RelayUse use, RelayMeters meters, Waiting waiting, Clock clock) {
        this.limits = limits;
        this.use = use;
        this.meters = meters;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Bean
    Relays relays(RelayProperties properties, Optional<JavaMailSenderImpl> mail, ObjectProvider<SslBundles> bundles) {
        var main = mail.filter(
                sender -> sender.getHost() != null && !sender.getHost().isBlank());
        var named = properties.relay().entrySet().stream()
                .map(entry -> relay(server(entry.getKey(), entry.getValue(), mail, bundles), entry.getValue()))
                .toList();
        var first = named.isEmpty() || main.isPresent()
                ? Stream.of(relay(new RelayServer(main), limits.rules()))
                : Stream.<Relay>empty();
        return new Relays(Stream.concat(first, named.stream()).toList(), new Random());
    }

    Relay relay(RelayServer server, RelayRules rules) {
        return new Relay(server, rules, limits.backoff(clock), use, meters, waiting, clock);
    }

    private static RelayServer server(
            String name, RelayRules rules, Optional<JavaMailSenderImpl> mail, ObjectProvider<SslBundles> bundles) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(rules.host());
        sender.setPort(rules.port());
        if (!rules.username().isBlank()) {
            sender.setUsername(rules.username());
            sender.setPassword(rules.password());
        }
        sender.setJavaMailProperties(properties(rules, mail));
        if (!rules.sslBundle().isBlank()) {
            var bundle = bundles.getObject().getBundle(rules.sslBundle());
            sender.getJavaMailProperties()
                    .put(
                            "mail.smtp.ssl.socketFactory",
                            bundle.createSslContext().getSocketFactory());
        }
        return new RelayServer(name, Optional.of(sender));
    }

    private static Properties properties(RelayRules rules, Optional<JavaMailSenderImpl> mail) {
        var properties = new Properties();
        mail.ifPresent(main -> main.getJavaMailProperties().forEach((name, value) -> {
            if (value instanceof String) {
                properties.put(name, value);
            }
        }));
        properties.putAll(rules.properties());
        return properties;
    }
}
