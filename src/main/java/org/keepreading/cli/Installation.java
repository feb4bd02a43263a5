package org.keepreading.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The program with its database, started as much as a command needs.
 *
 * @param program the Spring Boot application
 * @param settings "key=value", stronger than any file
 */
record Installation(Class<?> program, List<String> settings) {

    Installation with(String... more) {
        return new Installation(
                program, Stream.concat(settings.stream(), Stream.of(more)).toList());
    }

    /** For a command: no web pages, no scheduler, no senders, and only the beans that are asked for. */
    ConfigurableApplicationContext open() {
        return builder()
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.quartz.auto-startup", "false", "logging.level.root", "warn"))
                .run(arguments());
    }

    /** Everything: pages, scheduler and senders. */
    ConfigurableApplicationContext start() {
        return builder().run(arguments());
    }

    /** Returns when the process is told to stop. */
    static void awaitEndOf(ConfigurableApplicationContext running) throws InterruptedException {
        var closed = new CountDownLatch(1);
        running.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }

    private String[] arguments() {
        return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private SpringApplicationBuilder builder() {
        // H2's AUTO_SERVER listens for this machine's other processes alone
        System.setProperty("h2.bindAddress", "127.0.0.1");
        return new SpringApplicationBuilder(program).bannerMode(Banner.Mode.OFF);
    }
}
