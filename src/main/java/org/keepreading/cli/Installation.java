package org.keepreading.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The program with its database, started as much as a command needs. */
record Installation(Class<?> program) {

    /** For a command: no web pages, no scheduler, no senders, and only the beans that are asked for. */
    ConfigurableApplicationContext open() {
        return builder()
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.quartz.auto-startup", "false", "logging.level.root", "warn"))
                .run();
    }

    /** Everything; returns when the process is told to stop. */
    int serve() {
        var closed = new CountDownLatch(1);
        builder()
                .listeners(event -> {
                    if (event instanceof ContextClosedEvent) {
                        closed.countDown();
                    }
                })
                .run();
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private SpringApplicationBuilder builder() {
        // H2's AUTO_SERVER listens for this machine's other processes alone
        System.setProperty("h2.bindAddress", "127.0.0.1");
        return new SpringApplicationBuilder(program).bannerMode(Banner.Mode.OFF);
    }
}
