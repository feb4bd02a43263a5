package org.keepreading.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.keepreading.web.demo.MailCatcher;
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
    private static final int INTERRUPTED = 130;

    Installation with(String... more) {
        return new Installation(
                program, Stream.concat(settings.stream(), Stream.of(more)).toList());
    }

    /** For a command: no web pages, no scheduler, no senders, and only the beans that are asked for. */
    ConfigurableApplicationContext open() {
        var running = builder()
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.quartz.auto-startup", "false", "logging.level.root", "warn"))
                .run(arguments());
        StopSignals.run(() -> {
            running.close();
            System.exit(INTERRUPTED);
        });
        return running;
    }

    /** What is set, and nothing started: for a command that must have the database to itself. */
    ConfigurableApplicationContext settingsAlone() {
        return new SpringApplicationBuilder(Nothing.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .properties(Map.of("logging.level.root", "warn"))
                .run(arguments());
    }

    /** Everything: pages, scheduler and senders. */
    ConfigurableApplicationContext start() {
        return closedBySignals(builder().run(arguments()));
    }

    /** Everything, with a mail catcher in the relay's place. */
    ConfigurableApplicationContext startDemo() {
        return closedBySignals(
                builder().profiles("demo").initializers(MailCatcher::install).run(arguments()));
    }

    private static ConfigurableApplicationContext closedBySignals(ConfigurableApplicationContext running) {
        StopSignals.run(running::close);
        return running;
    }

    /** Returns when the process was told to stop, and all is closed. */
    static void awaitEndOf(ConfigurableApplicationContext running) throws InterruptedException {
        var closed = new CountDownLatch(1);
        running.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
        running.close(); // waits for whoever closes it
    }

    private String[] arguments() {
        return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private SpringApplicationBuilder builder() {
        // H2's AUTO_SERVER listens for this machine's other processes alone
        System.setProperty("h2.bindAddress", "127.0.0.1");
        return new SpringApplicationBuilder(program).bannerMode(Banner.Mode.OFF);
    }

    /** A program without parts. */
    private static final class Nothing {}
}
